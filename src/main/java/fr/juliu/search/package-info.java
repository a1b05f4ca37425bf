/**
 * What stands near a question, by words and by meaning: {@link PlaceIndex} finds places by their words, {@link
 * SentenceVectors} compares their sentences, {@link QuestionIndex} weighs known questions.
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
 * are found by their words (smartcn's, and pairs of characters), and compared by the vectors of their sentences; known
 * questions are found by their words, too, and weighed by their vectors. {@link SentenceModel} runs the encoder of
 * {@code model/} by ONNX Runtime in this process, and keeps vectors in memory, so that an edition encodes only what the
 * one before it did not. A model that is missing, damaged or fails throws {@link ModelException}, and words are left.
 *
 * <p>Nothing here knows what an answer is, and nothing of Lucene, ICU or ONNX Runtime is seen outside.
 */
@NullMarked
package fr.juliu.search;

import org.jspecify.annotations.NullMarked;
