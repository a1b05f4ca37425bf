/**
 * What stands near a question, by words and by meaning: one Lucene index over passages and known questions, the
 * encoder, and the analysis of Chinese mixed with French. {@code KnowledgeIndex} is the door to it.
 *
 * {@snippet :
 * TextFolding folding = new TextFolding();
 * String folded = folding.fold("Étudiant　學生"); // etudiant学生
 * }
 *
 * <p>Every text, indexed or asked, is folded first: {@link TextFolding} makes one spelling of traditional and
 * simplified characters, full width, accents and capitals, since Lucene's Chinese tokenizer and the encoder each know
 * one alone.
 *
 * <p>A {@link Place} is what can answer: a section, a passage, or the text above an article's first heading. Places
 * are found by their words (smartcn's, and pairs of characters) and by the vectors of their sentences; known questions
 * by theirs. {@link SentenceModel} runs the encoder of {@code model/} by ONNX Runtime in this process; vectors are
 * kept by content and model, so that nothing is encoded twice. A model that is missing, damaged or fails throws {@link
 * ModelException}, and words are left.
 *
 * <p>Nothing here knows what an answer is, and nothing of Lucene, ICU or ONNX Runtime is seen outside.
 */
@NullMarked
package fr.juliu.search;

import org.jspecify.annotations.NullMarked;
