package fr.juliu.cli;

import java.io.PrintStream;

/** How far a long work is, on standard error: a bar on a terminal, a count for each tenth in a pipe. */
final class Progress {

    /** Less than this is done before anybody wonders; in a pipe nothing is said of it. */
    private static final int LONG = 100;

    private static final int TENTHS = 10;
    private static final int WIDTH = 30;

    private final PrintStream err;
    private final Words words;
    private final boolean bar;
    private final int total;
    private int done;

    private Progress(PrintStream err, Words words, boolean bar, int total) {
        this.err = err;
        this.words = words;
        this.bar = bar;
        this.total = total;
    }

    /** The progress of so many steps. */
    static Progress of(Session session, int total) {
        return new Progress(session.err(), session.words(), session.screens().errors(), total);
    }

    /** Says that the files are read, and what is to come. */
    void begin(int articles) {
        if (bar || total >= LONG) {
            err.println(words.tell("progress.read", articles, total));
        }
        draw();
    }

    /** One more step is done. */
    void step() {
        done++;
        if (bar) {
            if (WIDTH * done / total != WIDTH * (done - 1) / total) {
                draw();
            }
        } else if (total >= LONG && TENTHS * done / total != TENTHS * (done - 1) / total) {
            err.println(words.tell("progress.count", done, total));
        }
    }

    /** All is done: what was drawn makes room for what is told next. */
    void end() {
        if (bar) {
            err.print("\r\u001B[K");
            err.flush();
        }
    }

    private void draw() {
        if (bar && total > 0) {
            int full = WIDTH * done / total;
            err.print("\r[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] " + words.tell("progress.count", done,
                    total));
            err.flush();
        }
    }
}
