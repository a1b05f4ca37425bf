package fr.juliu.telegram.fake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What goes wrong on demand, per method; {@code "*"} stands for every method but getUpdates. */
public final class Faults {

    /** One way to go wrong. */
    sealed interface Fault {
    }

    /** A proper refusal. */
    record Refused(Refusal refusal) implements Fault {
    }

    /** A page in HTML instead of JSON, as a proxy in front answers. */
    record Page(int status) implements Fault {
    }

    /** The call is obeyed, the answer comes late. */
    record Late(Duration by) implements Fault {
    }

    /**
     * The connection ends without an answer. (OkHttp asks again by itself when a connection that it kept open ends so
     * before anything came back: schedule as many as should be seen.)
     */
    record Reset(boolean afterObeying) implements Fault {
    }

    /** The call is obeyed, and the connection ends in the middle of the answer. */
    record Half() implements Fault {
    }

    private static final class Planned {

        private final String method;
        private final Fault fault;
        private int left;

        Planned(String method, int times, Fault fault) {
            this.method = method.toLowerCase(Locale.ROOT);
            this.left = times;
            this.fault = fault;
        }

        boolean takes(String called) {
            return left > 0 && (method.equals(called) || (method.equals("*") && !called.equals("getupdates")));
        }
    }

    private final List<Planned> plan = new ArrayList<>();
    private double share;
    private Duration hang = Duration.ZERO;
    private Random random = new Random(0);
    private int broken;

    /** 429 with {@code retry_after}, see core.telegram.org/bots/api#responseparameters. */
    public void tooMany(String method, int times, int retryAfter) {
        plan(method, times, new Refused(Refusal.tooMany(retryAfter)));
    }

    public void serverError(String method, int times, int status) {
        plan(method, times, new Page(status));
    }

    public void late(String method, int times, Duration by) {
        plan(method, times, new Late(by));
    }

    public void resetBefore(String method, int times) {
        plan(method, times, new Reset(false));
    }

    public void resetAfter(String method, int times) {
        plan(method, times, new Reset(true));
    }

    public void forbidden(String method, int times, String description) {
        plan(method, times, new Refused(Refusal.forbidden(description)));
    }

    public void badRequest(String method, int times, String description) {
        plan(method, times, new Refused(Refusal.bad(description)));
    }

    /** 413, as for a file that is too large. */
    public void tooLarge(String method, int times) {
        plan(method, times, new Refused(Refusal.tooLarge()));
    }

    /** 401, as while a data centre of Telegram's is moved. */
    public void unauthorized(String method, int times) {
        plan(method, times, new Refused(Refusal.unauthorized()));
    }

    /** Every call is refused from now on, as after the token was revoked. */
    public void unauthorized() {
        plan("*", Integer.MAX_VALUE, new Refused(Refusal.unauthorized()));
        plan("getUpdates", Integer.MAX_VALUE, new Refused(Refusal.unauthorized()));
    }

    /** Every call is refused from now on, as with a token in a wrong form. */
    public void notFound() {
        plan("*", Integer.MAX_VALUE, new Refused(Refusal.notFound("Not Found")));
    }

    /** Polling is refused from now on, as while another instance keeps polling. */
    public void conflict() {
        plan("getUpdates", Integer.MAX_VALUE, new Refused(Refusal.conflict(UpdateQueue.OTHER_POLL)));
    }

    /** So many of all calls, polling too, go wrong by chance: refused, failed, broken off before or after obeying, late. */
    public synchronized void byChance(double share, Duration hang, long seed) {
        this.share = share;
        this.hang = hang;
        random = new Random(seed);
    }

    /** How many messages were sent by calls whose answers did not come back whole and in time. */
    public synchronized int sentUnheard() {
        return broken;
    }

    /** Nothing goes wrong any more. */
    public synchronized void clear() {
        plan.clear();
        share = 0;
    }

    private Fault chosen(String method) {
        int kind = random.nextInt(6);
        broken += kind > 2 && method.startsWith("send") ? 1 : 0;
        return switch (kind) {
            case 0 -> new Refused(Refusal.tooMany(1));
            case 1 -> new Page(500);
            case 2 -> new Reset(false);
            case 3 -> new Reset(true);
            case 4 -> new Half();
            default -> new Late(hang);
        };
    }

    private synchronized void plan(String method, int times, Fault fault) {
        plan.add(new Planned(method, times, fault));
    }

    synchronized @Nullable Fault next(String method) {
        for (Planned planned : plan) {
            if (planned.takes(method)) {
                planned.left -= planned.left == Integer.MAX_VALUE ? 0 : 1;
                return planned.fault;
            }
        }
        return random.nextDouble() < share ? chosen(method) : null;
    }
}
