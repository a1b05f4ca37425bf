package fr.juliu.telegram.fake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    /** Nothing goes wrong any more. */
    public synchronized void clear() {
        plan.clear();
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
        return null;
    }
}
