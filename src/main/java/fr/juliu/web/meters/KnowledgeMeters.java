package fr.juliu.web.meters;

import com.github.benmanes.caffeine.cache.stats.CacheStats;
import fr.juliu.edition.CurrentEdition;
import fr.juliu.edition.Edition;
import fr.juliu.keep.Upkeep;
import fr.juliu.knowledge.Due;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** What there is to answer from: the edition that answers now, its model, its kept replies, and the age of its facts. */
record KnowledgeMeters(CurrentEdition current, Upkeep upkeep) implements MeterBinder {

    @Override
    public void bindTo(MeterRegistry registry) {
        TimeGauge.builder("juliu.edition.made.timestamp", current, TimeUnit.MILLISECONDS,
                now -> now.get().made().toEpochMilli())
                .description("When the edition that answers was made, in Unix time").register(registry);
        edition(registry, "juliu.edition.articles", "Articles", now -> now.library().articles().size());
        edition(registry, "juliu.edition.questions", "Known questions", now -> now.library().questions().size());
        edition(registry, "juliu.edition.problems", "Problems in the files", now -> now.problems().size());
        edition(registry, "juliu.model.up", "Whether the model works, or is off: 1 or 0",
                now -> switch (now.model().state()) {
                    case OFF, WORKS -> 1;
                    case FAILS, BROKEN -> 0;
                });
        edition(registry, "juliu.model.failures", "Questions that the model failed at",
                now -> now.model().failures());
        kept(registry, "hit", CacheStats::hitCount);
        kept(registry, "miss", CacheStats::missCount);
        for (Due.Why why : Due.Why.values()) {
            Gauge.builder("juliu.facts.due", upkeep, now -> now.counts().getOrDefault(why, 0L))
                    .tag("reason", why.name().toLowerCase(Locale.ROOT))
                    .description("Sections to be held against their sources, by why").register(registry);
        }
    }

    private void edition(MeterRegistry registry, String name, String what, ToDoubleFunction<Edition> figure) {
        Gauge.builder(name, current, now -> figure.applyAsDouble(now.get())).description(what).register(registry);
    }

    private void kept(MeterRegistry registry, String result, ToDoubleFunction<CacheStats> count) {
        FunctionCounter.builder("juliu.answer.cache", current, now -> count.applyAsDouble(now.get().cached()))
                .tag("result", result).description("Questions that a kept reply was there for, or not")
                .register(registry);
    }
}
