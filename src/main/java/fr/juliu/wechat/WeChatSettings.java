package fr.juliu.wechat;

import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of WeChat, as on the account's page of basic settings.
 *
 * @param token  what signatures are made with; blank when WeChat is off
 * @param appId  the account's; blank where there is no key
 * @param aesKey the key that messages are encrypted with; blank for plain messages
 * @param secret the account's, to send messages of customer service with; blank where it has no right to
 * @param apiUrl where WeChat's interface is reached; blank for WeChat's own
 */
@ConfigurationProperties("juliu.wechat")
record WeChatSettings(@DefaultValue("") String token, @DefaultValue("") String appId,
        @DefaultValue("") String aesKey, @DefaultValue("") String secret, @DefaultValue("") String apiUrl) {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9]{3,32}");
    private static final Pattern APP_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9]{32}");
    private static final Pattern AES_KEY = Pattern.compile("[A-Za-z0-9]{43}");

    WeChatSettings {
        token = token.strip();
        appId = appId.strip();
        aesKey = aesKey.strip();
        secret = secret.strip();
        apiUrl = apiUrl.strip().replaceFirst("/+$", "");
        if (!TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException("juliu.wechat.token is not what WeChat takes; set it to the 3 to 32"
                    + " letters and digits on the account's page of basic settings");
        }
        if (!aesKey.isEmpty() && !AES_KEY.matcher(aesKey).matches()) {
            throw new IllegalArgumentException("juliu.wechat.aes-key has " + aesKey.length()
                    + " characters; set it to the EncodingAESKey of 43 letters and digits, or leave it out for plain"
                    + " messages");
        }
        if (!aesKey.isEmpty() && appId.isEmpty()) {
            throw new IllegalArgumentException("juliu.wechat.app-id is not set; juliu.wechat.aes-key needs the"
                    + " account's AppID, such as wx0123456789abcdef");
        }
        if (!secret.isEmpty() && appId.isEmpty()) {
            throw new IllegalArgumentException("juliu.wechat.app-id is not set; juliu.wechat.secret needs the"
                    + " account's AppID, such as wx0123456789abcdef");
        }
        if (!secret.isEmpty() && !SECRET.matcher(secret).matches()) {
            throw new IllegalArgumentException("juliu.wechat.secret has " + secret.length()
                    + " characters; set it to the account's AppSecret of 32 letters and digits, or leave it out");
        }
        if (!appId.isEmpty() && !APP_ID.matcher(appId).matches()) {
            throw new IllegalArgumentException("juliu.wechat.app-id is " + appId
                    + "; set it to the account's AppID, such as wx0123456789abcdef");
        }
    }

    boolean isSecure() {
        return !aesKey.isEmpty();
    }

    /** Without token, key and secret. */
    @Override
    public String toString() {
        return "WeChatSettings[appId=" + appId + ", secure=" + isSecure() + "]";
    }
}
