package fr.juliu.web.door;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;

/** What the operator's Prometheus reads of the front door: who waits, and who was sent away. */
record DoorMeters(Connections connections, Places places, Arrival arrival) implements MeterBinder {

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("juliu.connections.open", connections, Connections::size).description("Connections open now")
                .register(registry);
        Gauge.builder("juliu.requests.waiting", places, Places::waiting)
                .description("Requests that wait for their turn").register(registry);
        shed(registry, "queue", places, Places::refused);
        shed(registry, "connections", connections, Connections::shed);
        shed(registry, "large", arrival, Arrival::large);
        shed(registry, "slow", arrival, Arrival::slow);
    }

    private static <T> void shed(MeterRegistry registry, String reason, T counted, ToDoubleFunction<T> count) {
        FunctionCounter.builder("juliu.requests.shed", counted, count).tag("reason", reason)
                .description("Requests and connections sent away, by why").register(registry);
    }
}
