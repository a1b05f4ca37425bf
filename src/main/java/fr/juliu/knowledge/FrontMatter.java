package fr.juliu.knowledge;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an article says about itself above its text. */
record FrontMatter(String title, @Nullable YearMonth asOf, List<Link> sources, List<String> aliases) {

    FrontMatter {
        sources = List.copyOf(sources);
        aliases = List.copyOf(aliases);
    }
}
