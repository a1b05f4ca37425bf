package fr.juliu.chat;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The settings of what every messenger shares. */
@ConfigurationProperties("juliu")
record ChatSettings(@DefaultValue Check check) {

    /**
     * The check of known questions.
     *
     * @param floor the share of them that must be right, from 0 to 1
     */
    record Check(@DefaultValue("0.95") double floor) {

        Check {
            if (!(floor >= 0 && floor <= 1)) {
                throw new IllegalArgumentException(
                        "juliu.check.floor is " + floor + "; set it to a share from 0 to 1, such as 0.95");
            }
        }
    }
}
