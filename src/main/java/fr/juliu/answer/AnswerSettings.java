package fr.juliu.answer;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How answers are found.
 *
 * @param model {@code on}, or {@code off} for no sentence vectors
 */
@ConfigurationProperties("juliu")
record AnswerSettings(@DefaultValue("on") String model) {

    AnswerSettings {
        if (!model.matches("on|off|true|false")) {
            throw new IllegalArgumentException("juliu.model is " + model + "; set it to on or off");
        }
    }

    boolean usesModel() {
        return model.equals("on") || model.equals("true");
    }
}
