/**
 * From the text of a question to what it asks: the permits named, the points asked, the months, the keywords.
 * {@link QuestionReader} reads a question.
 */
@NullMarked
package fr.juliu.understand;

import org.jspecify.annotations.NullMarked;
