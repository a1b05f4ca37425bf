package fr.juliu.knowledge;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an article says about itself above its text.
 *
 * @param topic what the pages group it under; null when nothing tells
 * @param ages  how fast the facts of those sections age that say nothing themselves; null when nothing tells
 */
record FrontMatter(String title, @Nullable YearMonth asOf, List<Link> sources, List<String> aliases,
        @Nullable String topic, @Nullable AgeKind ages) {

    FrontMatter {
        sources = List.copyOf(sources);
        aliases = List.copyOf(aliases);
    }
}
