package fr.juliu.web.door;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.Objects;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.apache.coyote.Adapter;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/** Tomcat's HTTP/1.1 with our {@link Connections} counted, and our {@link FrontDoor} in front of all that answers. */
public final class DoorProtocol extends Http11NioProtocol {

    private static final int READ_BUFFER = 2 * 1024;
    private static final int WRITE_BUFFER = 4 * 1024;
    /** Connections given up that their threads have not closed yet. */
    private static final int LEAVING = 64;
    private static final int SWEEP_MILLIS = 250;

    private @Nullable Connections connections;
    private UnaryOperator<Adapter> front = UnaryOperator.identity();
    private @Nullable ScheduledFuture<?> sweeping;

    /** What Tomcat makes by this class's name; it is of use after {@link #guard}. */
    public DoorProtocol() {
        super(new Endpoint());
        ((Endpoint) getEndpoint()).protocol = this;
        Following handler = new Following(this);
        setHandler(handler);
        getEndpoint().setHandler(handler);
        getEndpoint().getSocketProperties().setAppReadBufSize(READ_BUFFER);
        getEndpoint().getSocketProperties().setAppWriteBufSize(WRITE_BUFFER);
    }

    /**
     * Counts connections from now on.
     *
     * @param door puts itself in front of what Tomcat answers with
     */
    void guard(Connections counted, UnaryOperator<Adapter> door) {
        connections = counted;
        front = door;
        setMaxConnections(counted.most() + LEAVING);
    }

    @Override
    public void setAdapter(Adapter adapter) {
        super.setAdapter(front.apply(adapter));
    }

    @Override
    public void start() throws Exception {
        super.start();
        sweeping = getUtilityExecutor().scheduleWithFixedDelay(connections()::sweep, SWEEP_MILLIS, SWEEP_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() throws Exception {
        if (sweeping != null) {
            sweeping.cancel(false);
        }
        super.stop();
    }

    private Connections connections() {
        return Objects.requireNonNull(connections, "the door is not guarded");
    }

    private static @Nullable SocketChannel channel(SocketWrapperBase<NioChannel> socket) {
        return socket.getSocket().getIOChannel();
    }

    /** Accepts what {@link Connections} have room for. */
    private static final class Endpoint extends NioEndpoint {

        private @Nullable DoorProtocol protocol;

        @Override
        protected boolean setSocketOptions(SocketChannel channel) {
            if (!isAdmitted(channel)) {
                destroySocket(channel);
                return false;
            }
            return super.setSocketOptions(channel);
        }

        private boolean isAdmitted(SocketChannel channel) {
            try {
                return !(channel.getRemoteAddress() instanceof InetSocketAddress from)
                        || connections().admit(channel, from, !isSSLEnabled());
            } catch (IOException e) {
                return false;
            }
        }

        @Override
        protected void destroySocket(SocketChannel channel) {
            connections().forget(channel);
            super.destroySocket(channel);
        }

        /** A request is under way from here on, though its thread may have to wait for a processor. */
        @Override
        public boolean processSocket(SocketWrapperBase<NioChannel> socket, SocketEvent event, boolean dispatch) {
            Connection connection = event == SocketEvent.OPEN_READ ? connections().of(channel(socket)) : null;
            if (connection != null) {
                connection.arrives(connections().now());
            }
            return super.processSocket(socket, event, dispatch);
        }

        private Connections connections() {
            return Objects.requireNonNull(protocol, "the endpoint has no protocol").connections();
        }
    }

    /** Follows a connection from one request to the next. */
    private static final class Following extends ConnectionHandler<NioChannel> {

        private final DoorProtocol protocol;

        Following(DoorProtocol protocol) {
            super(protocol);
            this.protocol = protocol;
        }

        @Override
        public SocketState process(SocketWrapperBase<NioChannel> socket, SocketEvent event) {
            Connection connection = protocol.connections().of(channel(socket));
            if (connection == null) {
                return super.process(socket, event);
            }
            connection.isRead(protocol.connections().now());
            return ScopedValue.where(Connection.CURRENT, connection).call(() -> super.process(socket, event));
        }

        /** Of a request, there is only a part. */
        @Override
        protected void longPoll(SocketWrapperBase<?> socket, Processor processor) {
            if (Connection.CURRENT.isBound()) {
                Connection.CURRENT.get().arrives(protocol.connections().now());
            }
            super.longPoll(socket, processor);
        }

        @Override
        public void release(SocketWrapperBase<NioChannel> socket) {
            protocol.connections().forget(channel(socket));
            super.release(socket);
        }
    }
}
