package fr.juliu.web.door;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** What the operator's Prometheus reads of the front door: who waits, and who was sent away. */
record DoorMeters(Connections connections, Places places) implements MeterBinder {

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("juliu.connections.open", connections, Connections::size).description("Connections open now")
                .register(registry);
        Gauge.builder("juliu.requests.waiting", places, Places::waiting)
                .description("Requests that wait for their turn").register(registry);
        FunctionCounter.builder("juliu.requests.shed", places, Places::refused).tag("reason", "queue")
                .description("Requests and connections sent away, by why").register(registry);
        FunctionCounter.builder("juliu.requests.shed", connections, Connections::shed).tag("reason", "connections")
                .description("Requests and connections sent away, by why").register(registry);
    }
}
