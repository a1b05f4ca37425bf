package fr.juliu.web.desk;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * The settings of the keeper's desk.
 *
 * @param password as it is typed, or as {@code {bcrypt}$2a$…}
 */
@ConfigurationProperties("juliu.desk")
record DeskSettings(String password) {

    private static final String BCRYPT = "{bcrypt}";
    private static final Pattern HASH = Pattern.compile("\\{bcrypt\\}\\$2[aby]\\$\\d\\d\\$[./0-9A-Za-z]{53}");
    private static final int SHORTEST = 8;
    /** What bcrypt can tell apart, in bytes. */
    private static final int LONGEST = 72;

    DeskSettings {
        if (password.startsWith(BCRYPT) && !HASH.matcher(password).matches()) {
            throw new IllegalArgumentException(
                    "juliu.desk.password begins with {bcrypt} and is no bcrypt hash; set it to"
                            + " {bcrypt}$2a$… as a whole (in a shell within single quotes), or to the password itself");
        }
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw new IllegalArgumentException("juliu.desk.password is shorter than " + SHORTEST
                    + " characters; set it to a longer one, or to nothing to switch the desk off");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new IllegalArgumentException(
                    "juliu.desk.password is longer than " + LONGEST + " bytes; set it to a shorter one");
        }
    }

    /** The password as it is compared with, hashed unless it is already. */
    String hashed(PasswordEncoder encoder) {
        return password.startsWith(BCRYPT) ? password : String.valueOf(encoder.encode(password));
    }

    /** Without the password, so that no log holds it. */
    @Override
    public String toString() {
        return "DeskSettings[]";
    }
}
