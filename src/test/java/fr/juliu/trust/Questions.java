package fr.juliu.trust;

import fr.juliu.knowledge.KnownQuestion;
import fr.juliu.knowledge.Library;
import fr.juliu.knowledge.LibraryReader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** All that the project knows to be asked, each once and in an order by chance, to be taken in portions. */
final class Questions {

    private final List<String> all;
    private int taken;

    Questions() {
        Library library = new LibraryReader(Path.of("knowledge"), null, Clock.systemUTC()).read();
        all = new ArrayList<>(Stream.concat(library.questions().stream(), library.phrasings().stream())
                .map(KnownQuestion::question).distinct().toList());
        Collections.shuffle(all, new Random(18));
    }

    /** The next ones, none of which was taken before. */
    List<String> next(int count) {
        List<String> next = List.copyOf(all.subList(taken, Math.min(all.size(), taken + count)));
        taken += next.size();
        return next;
    }
}
