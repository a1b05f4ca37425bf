package fr.juliu.telegram;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.juliu.store.Database;
import fr.juliu.telegram.send.Limits;
import fr.juliu.telegram.send.Rate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;

/**
 * The room of Telegram as a process of its own, on a database that it shares, with a mind that answers each message with
 * its text: what the app is but for the knowledge, and started in a tenth of the time.
 */
final class EchoProcess {

    private static final int WIDTH = 100;

    private EchoProcess() {
    }

    /** The arguments: Telegram's address, the database's, a port for a webhook or 0, and the address that leads there. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int port = Integer.parseInt(arguments[2]);
        SetWebhook webhook = port == 0
                ? null
                : SetWebhook.builder().url(arguments[3] + WebhookController.PATH).secretToken("secret")
                        .allowedUpdates(Poller.ALLOWED).build();
        Limits sending = new Limits(Rate.perSecond(30), Rate.perSecond(1), new Rate(20, Duration.ofMinutes(1)),
                Clock.systemUTC());
        try (Bot bot = new Bot(arguments[0], Database.postgres(arguments[1]), Bot::echo, webhook, Bot.LIMITS,
                sending)) {
            if (port > 0) {
                serve(port, new WebhookController("secret", bot::handle));
            }
            new CountDownLatch(1).await();
        }
    }

    private static void serve(int port, WebhookController controller) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), WIDTH);
        server.createContext(WebhookController.PATH, exchange -> take(exchange, controller));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    private static void take(HttpExchange exchange, WebhookController controller) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        int status = controller.handled(BotQueries.update(BotQueries.JSON.readTree(body))).value();
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }
}
