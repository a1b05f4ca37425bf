package fr.juliu.web.meters;

import fr.juliu.store.Database;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.micrometer.core.instrument.binder.MeterBinder;

/** How the store does. */
record StoreMeters(Database database) implements MeterBinder {

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("juliu.store.up", database, store -> store.figures().works() ? 1 : 0)
                .description("Whether the store takes what is written: 1 or 0").register(registry);
        Gauge.builder("juliu.store.size", database, StoreMeters::bytes).baseUnit(BaseUnits.BYTES)
                .description("How large the database is").register(registry);
        Gauge.builder("juliu.store.writes.waiting", database, store -> store.figures().waiting())
                .description("What is still to be written").register(registry);
        FunctionCounter.builder("juliu.store.lost", database, store -> store.figures().lost())
                .description("What could not be written").register(registry);
        FunctionCounter.builder("juliu.store.removed", database, store -> store.figures().removed())
                .description("What was deleted because there was more than is kept").register(registry);
    }

    private static double bytes(Database store) {
        var bytes = store.figures().bytes();
        return bytes.isPresent() ? bytes.getAsLong() : Double.NaN;
    }
}
