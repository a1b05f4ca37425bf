package fr.juliu.search;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * The analyzer of Chinese mixed with French: characters are folded before the tokenizer; field {@value #WORDS} holds
 * smartcn's words, field {@value #PAIRS} overlapping pairs of characters. No stemming: Porter's is for English.
 */
public final class MixedTextAnalyzer extends Analyzer {

    /** The field of dictionary words. */
    static final String WORDS = "words";
    /** The field of character pairs. */
    static final String PAIRS = "pairs";

    // smartcn gives punctuation as tokens; the rest carries no meaning in either language
    private static final CharArraySet STOP_WORDS = CharArraySet.unmodifiableSet(new CharArraySet(List.of(",", ".", "`",
            "-", "_", "=", "?", "'", "|", "\"", "(", ")", "{", "}", "[", "]", "<", ">", "*", "#", "&", "^", "$", "@",
            "!", "~", ":", ";", "+", "/", "\\", "—", "％", "￥", "的", "了", "吗", "呢", "吧", "啊", "le", "la", "les",
            "de", "des", "du", "d", "l", "et", "en", "un", "une", "à", "a", "au", "aux", "the", "of", "an", "to"),
            true));

    private final NormalizeCharMap map;

    public MixedTextAnalyzer(TextFolding folding) {
        super(PER_FIELD_REUSE_STRATEGY);
        this.map = folding.charMap();
    }

    /** The tokens of a text in a field. */
    public List<String> tokens(String field, String text) {
        List<String> tokens = new ArrayList<>();
        try (TokenStream stream = tokenStream(field, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tokens;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        if (field.endsWith(PAIRS)) {
            Tokenizer characters = new StandardTokenizer();
            TokenStream pairs = new CJKBigramFilter(new LowerCaseFilter(characters));
            return new TokenStreamComponents(characters, new StopFilter(pairs, STOP_WORDS));
        }
        Tokenizer words = new HMMChineseTokenizer();
        return new TokenStreamComponents(words, new StopFilter(new LowerCaseFilter(words), STOP_WORDS));
    }

    @Override
    protected Reader initReader(String field, Reader reader) {
        return new MappingCharFilter(map, reader);
    }
}
