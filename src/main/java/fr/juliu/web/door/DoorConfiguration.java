package fr.juliu.web.door;

import fr.juliu.web.ClientAddress;
import fr.juliu.web.ErrorText;
import fr.juliu.web.SecurityHeaders;
import java.time.Duration;
import java.util.List;
import org.apache.catalina.Host;
import org.apache.coyote.ProtocolHandler;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.TomcatProtocolHandlerCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** The parts of the front door. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DoorSettings.class)
class DoorConfiguration {

    /** Its bodies are read once the sender has shown the secret. */
    private static final String TELEGRAM = "/telegram";
    /** The messengers have queues of their own, and health is told in any throng. */
    private static final List<String> OPEN = List.of("/actuator", TELEGRAM, "/wechat");

    private static final int BEHIND_THE_FIRST = Ordered.HIGHEST_PRECEDENCE + 10;

    DoorConfiguration() {
        OutOfMemory.watch();
    }

    @Bean
    Connections connections(DoorSettings settings, ClientAddress addresses) {
        return new Connections(settings, addresses, System::nanoTime);
    }

    @Bean
    Arrival arrival(Environment environment) {
        return new Arrival(home(environment) + TELEGRAM);
    }

    /** Behind Boot's own, so that our report of errors comes before its. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> door(Connections connections, ClientAddress addresses,
            SecurityHeaders headers, ErrorText texts, Arrival arrival) {
        TomcatProtocolHandlerCustomizer<ProtocolHandler> guard = protocol -> ((DoorProtocol) protocol)
                .guard(connections, house -> new FrontDoor(house, connections, arrival, addresses, headers));
        return factory -> {
            factory.setProtocol(DoorProtocol.class.getName());
            factory.addProtocolHandlerCustomizers(guard);
            factory.addContextCustomizers(
                    context -> ((Host) context.getParent()).getPipeline().addValve(new ErrorReport(texts)));
        };
    }

    @Bean
    Closing closing(Connections connections, ServletWebServerApplicationContext app, Environment environment) {
        Duration all = environment.getProperty("spring.lifecycle.timeout-per-shutdown-phase", Duration.class,
                Duration.ofSeconds(10));
        return new Closing(connections, app, all.multipliedBy(4).dividedBy(5));
    }

    @Bean
    Places places(DoorSettings settings) {
        return new Places(settings.places(), settings.queue(), Places.PAUSE);
    }

    @Bean
    FilterRegistrationBean<AnswerGate> answerGate(Places places, ClientAddress addresses, Environment environment) {
        var registration = new FilterRegistrationBean<>(
                new AnswerGate(places, addresses, OPEN.stream()
                        .map(path -> home(environment) + path).toList()));
        registration.setOrder(BEHIND_THE_FIRST);
        return registration;
    }

    @Bean
    DoorMeters doorMeters(Connections connections, Places places, Arrival arrival) {
        return new DoorMeters(connections, places, arrival);
    }

    private static String home(Environment environment) {
        return environment.getProperty("server.servlet.context-path", "");
    }
}
