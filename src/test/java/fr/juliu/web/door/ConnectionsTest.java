package fr.juliu.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.trust.Tried;
import fr.juliu.web.ClientAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which connections are let in, and which make room for them. */
@Tried("more connections than there is room for")
final class ConnectionsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final List<SocketChannel> outside = new ArrayList<>();
    private ServerSocketChannel door = open();
    private long now;
    private final Connections connections = new Connections(
            new DoorSettings(6, 3, Duration.ofSeconds(15), 1, 1), new ClientAddress(List.of("10.0.0.1")), () -> now);

    @BeforeEach
    void listen() throws IOException {
        door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterEach
    void close() throws IOException {
        for (SocketChannel channel : outside) {
            channel.close();
        }
        door.close();
    }

    @Test
    void theOneThatWaitedLongestMakesRoomForTheNext() throws IOException {
        Connection first = admitted("192.0.2.1");
        Connection second = admitted("192.0.2.1");
        first.arrives(now);
        assertThat(first.isAnswered(now)).isTrue();
        second.arrives(now);
        Connection third = admitted("192.0.2.1");

        Connection fourth = admitted("192.0.2.1");
        assertThat(second.isAnswered(now)).as("given up").isFalse();
        assertThat(heardBy(1)).startsWith("HTTP/1.1 503").contains("Retry-After: 5");
        assertThat(connections.size()).isEqualTo(3);

        third.arrives(now);
        assertThat(third.isAnswered(now)).isTrue();
        assertThat(fourth.isAnswered(now)).isTrue();
        assertThat(connections.admit(channel(), from("192.0.2.1"), true)).as("all are being answered").isFalse();
        assertThat(heardBy(4)).startsWith("HTTP/1.1 503");
        assertThat(connections.admit(channel(), from("192.0.2.2"), true)).isTrue();
    }

    @Test
    void aNetworkOfIpV6IsOneAddress() throws IOException {
        for (int i = 1; i <= 5; i++) {
            admitted("2001:db8:1:2::" + i);
        }
        assertThat(connections.size()).isEqualTo(3);
        admitted("2001:db8:1:3::1");
        assertThat(connections.size()).isEqualTo(4);
    }

    @Test
    void whenAllIsFullWhoeverHasMostMakesRoom() throws IOException {
        Connection lonely = admitted("192.0.2.1");
        for (int i = 0; i < 3; i++) {
            admitted("192.0.2.2");
        }
        admitted("192.0.2.3");
        admitted("192.0.2.3");
        admitted("192.0.2.4");
        admitted("192.0.2.5");
        assertThat(connections.size()).isEqualTo(6);
        assertThat(lonely.isAnswered(now)).isTrue();
    }

    @Test
    void behindAProxyEachClientHasHisOwn() throws IOException {
        List<Connection> proxied = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            proxied.add(admitted("10.0.0.1"));
        }
        assertThat(connections.size()).as("more than one address may have").isEqualTo(5);
        for (Connection connection : proxied.subList(0, 3)) {
            assertThat(connections.isAllowedTo(connection, "192.0.2.1")).isTrue();
            assertThat(connection.isAnswered(now)).isTrue();
        }
        assertThat(connections.isAllowedTo(proxied.get(3), "192.0.2.1")).isFalse();
        assertThat(connections.isAllowedTo(proxied.get(3), "192.0.2.2")).isTrue();
        connections.rests(proxied.getFirst());
        assertThat(connections.isAllowedTo(proxied.get(4), "192.0.2.1")).isTrue();
    }

    @Test
    void whatTakesTooLongIsEnded() throws IOException {
        Connection late = admitted("192.0.2.1");
        Connection unread = admitted("192.0.2.2");
        late.arrives(now);
        late.isRead(now);
        unread.arrives(now);
        now += Duration.ofSeconds(15).toNanos();
        connections.sweep();
        assertThat(late.isLate()).isFalse();
        now += SECOND.toNanos();
        connections.sweep();
        assertThat(late.isLate()).isTrue();
        assertThat(late.channel().read(ByteBuffer.allocate(1))).as("nothing more is read").isEqualTo(-1);
        assertThat(unread.isLate()).as("no thread has read it yet").isFalse();

        assertThat(late.isAnswered(now)).as("as a refusal").isTrue();
        Connection resting = admitted("192.0.2.3");
        now += Duration.ofSeconds(91).toNanos();
        connections.sweep();
        assertThat(heardBy(0)).isEmpty();
        assertThat(resting.isAnswered(now)).isFalse();
    }

    @Test
    void itIsQuietOnceNothingIsUnderWay() throws IOException {
        Connection one = admitted("192.0.2.1");
        assertThat(connections.isQuiet()).isTrue();
        one.arrives(now);
        assertThat(connections.isQuiet()).isFalse();
        one.isAnswered(now);
        assertThat(connections.isQuiet()).isFalse();
        connections.rests(one);
        assertThat(connections.isQuiet()).isTrue();
        one.arrives(now);
        connections.forget(one.channel());
        assertThat(connections.isQuiet()).isTrue();
        assertThat(connections.size()).isZero();
    }

    private Connection admitted(String address) throws IOException {
        now += SECOND.toNanos();
        SocketChannel channel = channel();
        assertThat(connections.admit(channel, from(address), true)).as(address).isTrue();
        return Objects.requireNonNull(connections.of(channel));
    }

    /** The inner end of a connection. */
    private SocketChannel channel() throws IOException {
        outside.add(SocketChannel.open(door.getLocalAddress()));
        return door.accept();
    }

    private String heardBy(int number) throws IOException {
        SocketChannel channel = outside.get(number);
        ByteBuffer heard = ByteBuffer.allocate(1000);
        // the refused one is not closed here, only shut
        while (channel.read(heard) > 0 && heard.position() < 20) {
            LockSupport.parkNanos(5_000_000);
        }
        return new String(heard.array(), 0, heard.position(), StandardCharsets.UTF_8);
    }

    private static InetSocketAddress from(String address) {
        return new InetSocketAddress(InetAddress.ofLiteral(address), 4711);
    }

    private static ServerSocketChannel open() {
        try {
            return ServerSocketChannel.open();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
