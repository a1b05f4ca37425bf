package fr.juliu.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WeChatSettingsTest {

    @Test
    void aKeyMakesItSecure() {
        assertThat(new WeChatSettings(" token ", "", "", "", "").isSecure()).isFalse();
        assertThat(new WeChatSettings("token", WeChatApp.APP_ID, WeChatApp.AES_KEY, "", "").isSecure()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"to,'','',juliu.wechat.token", "to ken,'','',juliu.wechat.token",
            "token,wx1,short,juliu.wechat.aes-key has 5 characters",
            "token,'',abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG,juliu.wechat.app-id is not set",
            "token,w x,'',juliu.wechat.app-id is w x"})
    void whatCannotBeIsNamed(String token, String appId, String key, String words) {
        assertThatThrownBy(() -> new WeChatSettings(token, appId, key, "", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(words);
    }

    @Test
    void secretsAreNotShown() {
        assertThat(new WeChatSettings("token", WeChatApp.APP_ID, WeChatApp.AES_KEY, "", "").toString())
                .doesNotContain("token", WeChatApp.AES_KEY);
    }
}
