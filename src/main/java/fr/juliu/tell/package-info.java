/**
 * An answer as people and programs read it: a {@link Reply} holds it as text with strong parts and links, as plain
 * text, and with what the conversation is to remember.
 *
 * {@snippet :
 * AnswerDocument document = AnswerDocument.of("d1", reply, false);
 * String outcome = document.outcome(); // listed
 * RichText told = reply.shown(); // strong parts and links, for whoever can show them
 * }
 *
 * <p>{@link AnswerText} writes every kind of answer for people, {@link AnswerDocument} as JSON, whose names are a
 * contract. {@link RichText} knows no messenger; each edge renders it. A reply is told in the script of its question,
 * the document in that of the article.
 */
@NullMarked
package fr.juliu.tell;

import org.jspecify.annotations.NullMarked;
