package fr.juliu.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operator's contact, as it is set. */
final class ContactTest {

    @Test
    void eachWayMayBeLeftOut() {
        assertThat(new Contact("", " ", null, "", null).ways()).isEmpty();
        assertThat(new Contact(null, "居留小助手", null, null, null).ways())
                .containsExactly(new Contact.Way("微信：居留小助手", null));
    }

    @ParameterizedTest
    @CsvSource({"juliu_help", "@juliu_help", "https://t.me/juliu_help"})
    void aTelegramNameIsTakenAsPeopleWriteIt(String name) {
        assertThat(new Contact(name, null, null, null, null).ways())
                .containsExactly(new Contact.Way("Telegram：@juliu_help", "https://t.me/juliu_help"));
    }

    @ParameterizedTest
    @CsvSource({"telegram, a b", "wechat, <b>", "mail, nobody", "url, example.org", "url, javascript:alert(1)",
            "url, https://me:secret@example.org/", "group, 1001234", "group, @group"})
    void whatIsWrongIsNamedWithItsSetting(String setting, String value) {
        assertThatThrownBy(() -> new Contact(of("telegram", setting, value), of("wechat", setting, value),
                of("mail", setting, value), of("url", setting, value), of("group", setting, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("juliu.contact." + setting + " is " + value + "; set it to ");
    }

    private static String of(String name, String setting, String value) {
        return name.equals(setting) ? value : "";
    }
}
