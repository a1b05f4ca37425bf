package fr.juliu.web.door;

import fr.juliu.web.ClientAddress;
import fr.juliu.web.SecurityHeaders;
import java.util.Collections;
import java.util.Objects;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Adapter;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.SocketEvent;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * What stands in front of all that answers: every response gets the security headers, those of Tomcat's own included, and
 * no request goes further before it has come in whole.
 */
final class FrontDoor implements Adapter {

    private final Adapter house;
    private final Connections connections;
    private final Arrival arrival;
    private final ClientAddress addresses;
    private final SecurityHeaders headers;

    /**
     * A door.
     *
     * @param house what answers behind it
     */
    FrontDoor(Adapter house, Connections connections, Arrival arrival, ClientAddress addresses,
            SecurityHeaders headers) {
        this.house = house;
        this.connections = connections;
        this.arrival = arrival;
        this.addresses = addresses;
        this.headers = headers;
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        headers.write(Objects.requireNonNullElse(request.requestURI().toString(), ""), response::setHeader);
        if (connections.isClosing()) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
        if (!Connection.CURRENT.isBound()) {
            house.service(request, response);
            return;
        }
        Connection connection = Connection.CURRENT.get();
        connection.arrives(connections.now());
        connection.isRead(connections.now());
        InputBuffer wire = request.getInputBuffer();
        try {
            answer(connection, request, response);
        } finally {
            request.setInputBuffer(wire);
            connections.rests(connection);
        }
    }

    private void answer(Connection connection, Request request, Response response) throws Exception {
        if (!response.isError()) {
            takeIn(connection, request, response);
        }
        if (connection.isAnswered(connections.now())) {
            house.service(request, response);
        } else {
            request.action(ActionCode.CLOSE_NOW, null);
        }
    }

    /** Takes the whole request in, or marks the response as a refusal. */
    private void takeIn(Connection connection, Request request, Response response) {
        HttpStatus status = connections.isAllowedTo(connection, client(connection, request))
                ? arrival.of(request, connection)
                : HttpStatus.SERVICE_UNAVAILABLE;
        if (status == HttpStatus.OK) {
            return;
        }
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Places.PAUSE.toSeconds()));
        }
        response.setStatus(status.value());
        request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }

    private String client(Connection connection, Request request) {
        return addresses.of(connection.peer(),
                Collections.list(request.getMimeHeaders().values(ClientAddress.FORWARDED)));
    }

    @Override
    public boolean prepare(Request request, Response response) throws Exception {
        return house.prepare(request, response);
    }

    @Override
    public boolean asyncDispatch(Request request, Response response, SocketEvent event) throws Exception {
        return house.asyncDispatch(request, response, event);
    }

    @Override
    public void log(Request request, Response response, long time) {
        house.log(request, response, time);
    }

    @Override
    public void checkRecycled(Request request, Response response) {
        house.checkRecycled(request, response);
    }

    @Override
    public String getDomain() {
        return house.getDomain();
    }
}
