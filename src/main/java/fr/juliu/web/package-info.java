/**
 * The HTTP edge: {@link AskController} answers the API and the chat page; pages to read, the desk and the front door
 * lie in rooms of their own.
 *
 * {@snippet :
 * HttpRequest question = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/ask"))
 *         .header("Content-Type", "application/json")
 *         .POST(HttpRequest.BodyPublishers.ofString("{\"question\": \"学生居留能网上申请吗\"}")).build();
 * String answer = http.send(question, HttpResponse.BodyHandlers.ofString()).body(); // "outcome":"listed"
 * }
 *
 * <p>Whoever asks is counted by address ({@link ClientAddress}, which believes a proxy only if it is known). What goes
 * wrong is told in Chinese to whoever asked, and once a minute in the log ({@link Mishaps}); health says one word to
 * everybody, and the rest to {@link Operators}.
 */
@NullMarked
package fr.juliu.web;

import org.jspecify.annotations.NullMarked;
