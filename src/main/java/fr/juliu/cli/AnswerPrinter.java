package fr.juliu.cli;

import fr.juliu.decide.DialogueState;
import fr.juliu.edition.Answerer;
import fr.juliu.tell.AnswerDocument;
import fr.juliu.tell.Reply;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Asks, and prints the answers as text or JSON, in order; no question knows of another. */
final class AnswerPrinter {

    private final Session session;
    private final PrintStream out;
    private final Answerer answerer;
    private final boolean asJson;
    private final boolean explained;
    private final JsonMapper json = new JsonMapper();

    AnswerPrinter(Session session, Answerer answerer, boolean asJson, boolean explained) {
        this.session = session;
        this.out = session.out();
        this.answerer = answerer;
        this.asJson = asJson;
        this.explained = explained;
    }

    /** Answers one question. */
    void answer(String question) {
        Reply reply = answerer.ask(question);
        if (asJson) {
            out.println(json.writeValueAsString(AnswerDocument.of(null, reply, explained)));
            return;
        }
        out.println(reply.display());
        if (explained) {
            out.println();
            out.println(json.writerWithDefaultPrettyPrinter().writeValueAsString(reply.explanation().get()));
        }
    }

    /** Answers a question a line as it comes; as text, with an empty line between two answers. */
    void answerLines(BufferedReader lines) throws IOException {
        if (session.screens().input()) {
            session.tell("ask.type");
        }
        boolean first = true;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String question = withoutByteOrderMark(line).strip();
            if (question.isEmpty()) {
                continue;
            }
            if (!first && !asJson) {
                out.println();
            }
            first = false;
            answer(question);
            out.flush();
        }
    }

    /** Answers a file of questions, a line each; a broken one is told by its number, and answered as junk is. */
    void answerFile(String file, BufferedReader lines) throws IOException {
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            String text = number == 1 ? withoutByteOrderMark(line) : line;
            if (!text.isBlank()) {
                FileQuestion question = FileQuestion.read(json, text);
                if (question.fault() != null) {
                    session.err().println(file + ":" + number + session.words().tell(question.fault()));
                }
                answer(question);
            }
        }
    }

    private void answer(FileQuestion question) {
        @Nullable
        DialogueState state = null;
        for (String earlier : question.after()) {
            state = answerer.ask(earlier, state).state();
        }
        Reply reply = answerer.ask(question.text(), state);
        out.println(asJson
                ? json.writeValueAsString(AnswerDocument.of(question.id(), reply, explained))
                : reply.display().replace('\n', ' '));
    }

    private static String withoutByteOrderMark(String line) {
        return line.startsWith("\uFEFF") ? line.substring(1) : line;
    }
}
