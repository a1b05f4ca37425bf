package fr.juliu.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;

/**
 * What a command is run with.
 *
 * @param out         takes answers and reports alone
 * @param err         takes all that is told beside them
 * @param environment the variables, by name
 * @param words       the language that the user reads
 * @param screens     which of the streams a person looks at
 */
record Session(InputStream in, PrintStream out, PrintStream err, Map<String, String> environment, Clock clock,
        Words words, Screens screens) {

    /** Tells the user something beside the answers. */
    void tell(String key, Object... values) {
        err.println(words.tell(key, values));
    }
}
