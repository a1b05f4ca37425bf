package fr.juliu.chat;

import fr.juliu.store.GroupDesk;
import fr.juliu.store.GroupDesks;
import fr.juliu.tell.Ellipsis;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The command that tells how a person is reached; with words behind it, moderators set them for their group. */
final class ContactCommand {

    private static final int MOST = 300;
    private static final Set<String> NONE = Set.of("off", "无", "無", "删掉", "刪掉", "取消");
    /** What turns the direction of writing, or is not seen at all. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}\\u2028\\u2029&&[^\\n]]");

    private final WayToPerson way;
    private final GroupDesks desks;
    private final Moderators moderators;

    ContactCommand(WayToPerson way, GroupDesks desks, Moderators moderators) {
        this.way = way;
        this.desks = desks;
        this.moderators = moderators;
    }

    List<Outgoing> run(Incoming.Message message, String argument) {
        Chat chat = message.chat();
        if (argument.isEmpty() || !chat.isGroup()) {
            return Messages.say(message, way.told(chat));
        }
        return moderators.refusal(Moderators.Right.PIN, message).orElseGet(() -> set(message, argument));
    }

    private List<Outgoing> set(Incoming.Message message, String argument) {
        Chat chat = message.chat();
        String words = UNSEEN.matcher(argument).replaceAll("").strip();
        GroupDesk desk = desks.of(chat.id());
        if (words.isEmpty() || NONE.contains(words)) {
            desks.set(chat.id(), desk.withContact(null));
            return Messages.say(message, "本群的联系方式删掉了。");
        }
        String contact = Ellipsis.cut(words, MOST);
        desks.set(chat.id(), desk.withContact(contact));
        return Messages.say(message, "记下了。群里有人要找人、我又答不上来时，就说：" + contact
                + "\n（照原样给所有成员看，号码也不抹。改：再写一次 /contact；删：/contact off）");
    }
}
