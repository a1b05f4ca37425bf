package fr.juliu.store.mask;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** E-mail addresses, also with names in Chinese and with the signs spelt out. */
final class MailAddresses implements Search {

    private static final String PROVIDER = "(?:qq|foxmail|163|126|139|189|sina|sohu|gmail|googlemail|hotmail|outlook"
            + "|live|msn|yahoo|icloud|me|free|orange|wanadoo|laposte|sfr|bbox|proton(?:mail)?|gmx)";
    private static final String OPEN = "[(\\[{<#] ?";
    private static final String CLOSE = " ?[)\\]}>#]";
    private static final Pattern AT = Pattern.compile("(?i) ?(?:@|艾特|" + OPEN + "(?:at|a|arobase|@|艾特)" + CLOSE + ") ?"
            + "| (?:at|arobase) (?=" + PROVIDER + "[ .])|#(?=" + PROVIDER + "\\.)"
            + "|[*_-](?:at|arobase)[*_-](?=" + PROVIDER + "[^a-z])");
    private static final String DOT = "(?:\\.|。(?=(?:com|fr|cn|net|org|eu|hk|tw)(?![a-z]))| \\. | (?:dot|point) |点| ?"
            + OPEN
            + "(?:dot|point|点|\\.)" + CLOSE + " ?)";
    private static final String LABEL = "[a-z\\d-]{1,63}+";
    private static final Pattern DOMAIN = Pattern.compile("(?i)(?:\\p{IsHan}{1,10}\\.)?" + LABEL + "(?:" + DOT
            + "(?=[a-z])" + LABEL + "){1,5}|\\p{IsHan}{1,10}\\.[a-z\\d]{2,24}+|" + PROVIDER + "(?![a-z\\d])");
    /** What stands before a Chinese name that is none of it. */
    private static final String NO_NAMES = "到给是为找寄向至往箱址系发写和与或跟叫用的在";
    private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾萧田董潘袁蔡"
            + "蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常"
            + "張劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧蕭蔣葉蘇呂盧鍾譚韋賈鄒龍賀顧龔錢嚴";
    private static final int SHORTEST_NAME = 2;
    private static final int LONGEST_NAME = 4;
    private static final int LONGEST_LOCAL = 64;

    @Override
    public void in(FoldedText text) {
        Matcher at = AT.matcher(text);
        Matcher domain = DOMAIN.matcher(text);
        for (int from = 0; at.find(from); from = Math.max(at.end(), from + 1)) {
            int start = local(text, at.start());
            if (start < at.start() && domain.region(at.end(), text.length()).lookingAt()) {
                text.mark(start, domain.end(), Lead.OFFICE);
            }
        }
    }

    /** Where the part before the @ begins. */
    private static int local(FoldedText text, int end) {
        int start = end;
        while (start > 0 && end - start < LONGEST_LOCAL && isLocal(text.charAt(start - 1))) {
            start--;
        }
        if (start < end) {
            return start > 0 && isSurname(text.charAt(start - 1)) ? start - 1 : start;
        }
        while (start > 0 && end - start < LONGEST_NAME && isName(text.charAt(start - 1))) {
            start--;
            if (end - start >= SHORTEST_NAME && isSurname(text.charAt(start))) {
                return start;
            }
        }
        return start;
    }

    private static boolean isSurname(char c) {
        return SURNAMES.indexOf(c) >= 0;
    }

    private static boolean isLocal(char c) {
        return !isHan(c) && (Character.isLetterOrDigit(c) || "._%+-".indexOf(c) >= 0);
    }

    private static boolean isName(char c) {
        return isHan(c) && NO_NAMES.indexOf(c) < 0;
    }

    private static boolean isHan(char c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }
}
