package fr.juliu.telegram.fake;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What waits for the bot, see core.telegram.org/bots/api#getting-updates. */
final class UpdateQueue {

    static final String OTHER_POLL = "terminated by other getUpdates request; "
            + "make sure that only one bot instance is running";

    private final World world;
    private final TreeMap<Integer, ObjectNode> waiting = new TreeMap<>();
    private final Deque<ObjectNode> again = new ArrayDeque<>();
    private final Map<Integer, ObjectNode> history;
    private final Set<String> allowed = new HashSet<>();
    private int last = 700_000_000;
    private int poll;
    private int held;
    private boolean stopped;
    private @Nullable Webhook webhook;

    UpdateQueue(World world) {
        this.world = world;
        this.history = world.bounded();
    }

    /** Queues an update and answers its id; 0 when the bot did not ask for updates of this type. */
    int add(String type, ObjectNode content) {
        synchronized (world.lock) {
            if (!allowed.isEmpty() && !allowed.contains(type)) {
                return 0;
            }
            ObjectNode update = Json.object().put("update_id", ++last);
            update.set(type, content.deepCopy());
            waiting.put(last, update);
            history.put(last, update);
            if (webhook != null) {
                webhook.deliver(update);
            }
            world.lock.notifyAll();
            return last;
        }
    }

    /** Delivers an update once more, whether the bot confirmed it or not. */
    void again(int id) {
        synchronized (world.lock) {
            ObjectNode update = history.get(id);
            if (update == null) {
                throw new IllegalArgumentException("no update " + id);
            }
            if (webhook != null) {
                webhook.deliver(update);
            } else {
                again.add(update);
            }
            world.lock.notifyAll();
        }
    }

    int last() {
        synchronized (world.lock) {
            return last;
        }
    }

    /** Whether the bot confirmed this update and all before it. */
    boolean confirmed(int id) {
        synchronized (world.lock) {
            return waiting.headMap(id, true).isEmpty();
        }
    }

    int size() {
        synchronized (world.lock) {
            return waiting.size();
        }
    }

    void delivered(int id) {
        synchronized (world.lock) {
            waiting.remove(id);
            world.lock.notifyAll();
        }
    }

    /** How many calls wait for updates. */
    int held() {
        synchronized (world.lock) {
            return held;
        }
    }

    /** See core.telegram.org/bots/api#getupdates. */
    ArrayNode poll(Call call) {
        synchronized (world.lock) {
            if (webhook != null) {
                throw Refusal.conflict("can't use getUpdates method while webhook is active; "
                        + "use deleteWebhook to delete the webhook first");
            }
            int mine = ++poll;
            stopped = false;
            world.lock.notifyAll();
            allow(call);
            confirm(call.number("offset", 0));
            Duration most = Duration.ofSeconds(Math.clamp(call.number("timeout", 0), 0, 50));
            held++;
            world.lock.notifyAll();
            world.await(most, () -> poll != mine || stopped || !waiting.isEmpty() || !again.isEmpty());
            held--;
            if (stopped) {
                throw Refusal.conflict("terminated by setWebhook request");
            }
            if (poll != mine) {
                throw Refusal.conflict(OTHER_POLL);
            }
            return batch(Math.clamp(call.number("limit", 100), 1, 100));
        }
    }

    private void confirm(int offset) {
        if (offset > 0) {
            waiting.headMap(offset).clear();
        } else if (offset < 0 && waiting.size() > -offset) {
            List<Integer> ids = new ArrayList<>(waiting.keySet());
            waiting.headMap(ids.get(ids.size() + offset)).clear();
        }
        world.lock.notifyAll();
    }

    /** In the order of ids, those that come again included: the real server gives none before an earlier one. */
    private ArrayNode batch(int limit) {
        List<ObjectNode> updates = new ArrayList<>(waiting.values().stream().limit(limit).toList());
        while (updates.size() < limit && !again.isEmpty()) {
            updates.add(again.remove());
        }
        updates.sort(Comparator.comparingInt(update -> update.path("update_id").asInt(0)));
        return Json.array().addAll(updates);
    }

    /** See core.telegram.org/bots/api#setwebhook; an address of {@code http} is accepted, as by a local server. */
    JsonNode setWebhook(Call call, boolean drop) {
        synchronized (world.lock) {
            Webhook next = call.text("url").isEmpty() ? null : Webhook.read(world, call);
            if (webhook != null) {
                webhook.close();
            }
            webhook = next;
            if (drop) {
                waiting.clear();
            }
            if (next != null) {
                allow(call);
                stopped = true;
                waiting.values().forEach(next::deliver);
            }
            world.lock.notifyAll();
            return Json.TRUE;
        }
    }

    /** See core.telegram.org/bots/api#webhookinfo. */
    ObjectNode webhookInfo() {
        synchronized (world.lock) {
            ObjectNode info = Json.object().put("url", "").put("has_custom_certificate", false)
                    .put("pending_update_count", waiting.size());
            if (webhook != null) {
                webhook.describe(info);
            }
            if (!allowed.isEmpty()) {
                ArrayNode types = info.putArray("allowed_updates");
                allowed.forEach(types::add);
            }
            return info;
        }
    }

    void close() {
        synchronized (world.lock) {
            stopped = true;
            if (webhook != null) {
                webhook.close();
            }
            world.lock.notifyAll();
        }
    }

    /** Kept until the next list, as the documentation says; an empty list means all. */
    private void allow(Call call) {
        JsonNode types = call.json("allowed_updates");
        if (types.isArray()) {
            allowed.clear();
            types.forEach(type -> allowed.add(type.asString("")));
        }
    }
}
