package fr.juliu.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.trust.Tried;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events as in WeChat's documents, those with empty or odd fields and those nobody knows: none is refused. */
@Tried(value = "WeChat messages and events of odd shape", part = "fuzz")
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OddMessagesTest {

    /** What follows of itself, or is between WeChat and whoever runs the account. */
    private static final List<String> SILENT = """
            VIEW <EventKey>https://www.service-public.fr</EventKey><MenuId>1</MenuId>
            view_miniprogram <EventKey>pages/index/index</EventKey><MenuId></MenuId>
            LOCATION <Latitude>23.137466</Latitude><Longitude>113.352425</Longitude><Precision>119.385040</Precision>
            LOCATION <Latitude></Latitude><Longitude></Longitude><Precision></Precision>
            LOCATION <Latitude>nord</Latitude><Longitude/><Precision>-</Precision>
            scancode_push <EventKey>6</EventKey><ScanCodeInfo><ScanType>qrcode</ScanType><ScanResult>1</ScanResult></ScanCodeInfo>
            pic_sysphoto <EventKey>6</EventKey><SendPicsInfo><Count></Count><PicList><item><PicMd5Sum>1b5f7c23</PicMd5Sum></item></PicList></SendPicsInfo>
            pic_photo_or_album <SendPicsInfo><Count>viele</Count><PicList></PicList></SendPicsInfo>
            pic_weixin <EventKey>6</EventKey><SendPicsInfo><Count>1</Count><PicList/></SendPicsInfo>
            location_select <SendLocationInfo><Location_X></Location_X><Location_Y></Location_Y><Scale></Scale><Poiname/></SendLocationInfo>
            user_get_card <CardId>p</CardId><IsGiveByFriend></IsGiveByFriend><UserCardCode>1</UserCardCode><OuterId></OuterId>
            user_gifting_card <IsReturnBack></IsReturnBack><IsChatRoom></IsChatRoom>
            user_consume_card <CardId>p</CardId><StaffOpenId/><VerifyCode/><RemarkAmount></RemarkAmount>
            user_pay_from_pay_cell <TransId></TransId><LocationId></LocationId><Fee></Fee><OriginalFee></OriginalFee>
            card_sku_remind <Detail>the card's quantity is lower than</Detail>
            MASSSENDJOBFINISH <MsgID>1000001625</MsgID><Status>err(30003)</Status><TotalCount></TotalCount><SentCount>x</SentCount><CopyrightCheckResult><Count>2</Count><ResultList><item><ArticleIdx>1</ArticleIdx></item></ResultList><CheckState>2</CheckState></CopyrightCheckResult>
            TEMPLATESENDJOBFINISH <MsgID></MsgID><Status>success</Status>
            PUBLISHJOBFINISH <PublishEventInfo><publish_id></publish_id><publish_status></publish_status></PublishEventInfo>
            subscribe_msg_popup_event <SubscribeMsgPopupEvent><List><TemplateId>u</TemplateId><PopupScene></PopupScene></List></SubscribeMsgPopupEvent>
            subscribe_msg_sent_event <SubscribeMsgSentEvent><List><MsgID></MsgID><ErrorCode></ErrorCode></List></SubscribeMsgSentEvent>
            kf_create_session <KfAccount>test1@test</KfAccount>
            kf_close_session <KfAccount></KfAccount><CloseType></CloseType>
            qualification_verify_success <ExpiredTime></ExpiredTime>
            naming_verify_fail <FailTime></FailTime><FailReason>by time</FailReason>
            annual_renew <ExpiredTime>1442401156</ExpiredTime>
            poi_check_notify <UniqId>1</UniqId><PoiId></PoiId><Result>fail</Result><msg>xxxxxx</msg>
            WifiConnected <ConnectTime></ConnectTime><ExpireTime></ExpireTime><VendorId></VendorId>
            ShakearoundUserShake <ChosenBeacon><Major></Major><Minor></Minor><Distance></Distance></ChosenBeacon>
            user_authorize_invoice <SuccOrderId></SuccOrderId><FailOrderId></FailOrderId><Source/>
            USER_AUTHORIZATION_REVOKE <RevokeInfo>301</RevokeInfo><OpenID>o</OpenID>
            guide_qrcode_scan_event <Count></Count>
            CLICK <EventKey></EventKey>
            something_of_tomorrow <Number>many</Number>
            """
            .lines().toList();

    private final Counting counting = new Counting();
    private final NpmWeChat crypto = NpmWeChat.usual();
    private List<WeChatApp> apps = List.of();

    @BeforeAll
    void start(@TempDir Path plain, @TempDir Path secure) {
        apps = List.of(new WeChatApp(plain, counting::around),
                new WeChatApp(secure, counting::around, WeChatApp.SECURE));
    }

    @AfterAll
    void stop() {
        apps.forEach(WeChatApp::close);
        crypto.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void eventsThatAskNothingGetSilence(boolean secure) {
        Follower wang = follower("oSilent", secure);
        for (String line : SILENT) {
            String[] event = line.split(" ", 2);
            assertThat(wang.passOn(app(secure), wang.event(event(event[0], event[1])))).as(line)
                    .extracting(Follower.Reply::status, Follower.Reply::body).containsExactly(200, "success");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoeverComesIsGreetedWhateverElseTheEventSays(boolean secure) {
        for (String more : List.of("", "<EventKey></EventKey>", "<Latitude></Latitude>",
                "<IsGiveByFriend></IsGiveByFriend>", "<EventKey>qrscene_123123</EventKey><Ticket>gQH47joA</Ticket>",
                "<MsgId></MsgId>", "<MsgId>none</MsgId>", "<TotalCount>12.5</TotalCount>")) {
            Follower li = follower("oGreeted", secure);
            assertThat(told(li, secure, li.event(event("subscribe", more)))).as(more).isEqualTo(Phrases.GREETING);
        }
        Follower zhao = follower("oScans", secure);
        assertThat(told(zhao, secure, zhao.event(event("SCAN", "<EventKey>123</EventKey><Ticket></Ticket>"))))
                .isEqualTo(Phrases.GREETING);
        assertThat(told(zhao, secure, zhao.event(event("scancode_waitmsg",
                "<ScanCodeInfo><ScanType>qrcode</ScanType><ScanResult>2</ScanResult></ScanCodeInfo>"))))
                .contains("只看得懂文字");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void noFieldSpoilsAQuestion(boolean secure) {
        Follower sun = follower("oAsks", secure);
        String usual = sun.text("帮助");
        for (String odd : List.of(usual.replaceFirst("<MsgId>.*</MsgId>", "<MsgId></MsgId>"),
                usual.replaceFirst("<MsgId>.*</MsgId>", ""),
                usual.replaceFirst("<MsgId>.*</MsgId>", "<MsgId>x</MsgId>"),
                usual.replaceFirst("<MsgId>", "<MsgId>99999999999999999999"),
                usual.replaceFirst("<CreateTime>\\d+", "<CreateTime>"),
                usual.replaceFirst("<CreateTime>\\d+", "<CreateTime>now"),
                usual.replace("</xml>", "<Latitude></Latitude><MenuId>x</MenuId><bizmsgmenuid></bizmsgmenuid></xml>"),
                usual.replace("<MsgType><![CDATA[text]]>", "<MsgType><![CDATA[TEXT]]>"),
                usual.replace("帮助", "帮\u0008\u000B\uFFFF助"), "\uFEFF" + usual, "\n" + usual,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + usual)) {
            assertThat(told(sun, secure, odd)).as(odd).isEqualTo(Phrases.HELP);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsNoTextGetsAKindLine(boolean secure) {
        Follower zhou = follower("oShows", secure);
        for (String type : List.of("image", "location", "link", "file", "music", "miniprogrampage", "emoticon", "wcpay",
                "tomorrow")) {
            assertThat(told(zhou, secure, zhou.message("<MsgType>" + type + "</MsgType><Location_X></Location_X>"
                    + "<Location_Y></Location_Y><Scale></Scale><FileTotalLen></FileTotalLen>"))).as(type)
                    .contains("只看得懂文字");
        }
        assertThat(told(zhou, secure, zhou.text("【收到不支持的消息类型，暂无法显示】"))).contains("只看得懂文字");
        assertThat(zhou.passOn(app(secure), zhou.message(""))).extracting(Follower.Reply::status, Follower.Reply::body)
                .containsExactly(200, "success");
    }

    private static String event(String name, String more) {
        return "<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[" + name + "]]></Event>" + more;
    }

    private String told(Follower follower, boolean secure, String message) {
        return follower.text(follower.passOn(app(secure), message));
    }

    private Follower follower(String id, boolean secure) {
        return new Follower(id, crypto, secure);
    }

    private URI app(boolean secure) {
        return apps.get(secure ? 1 : 0).address();
    }
}
