package fr.juliu.store.mask;

import java.text.Normalizer;

/** What a character is taken for: plain digits, letters without accents, simplified characters, one sort of each sign. */
final class Folding {

    /** Stands for a character that counts for nothing, such as a mark above a letter or one of no width. */
    static final char NOTHING = '\uFFFF';
    private static final char SYMBOL = '\uFFFC';

    /** The sign that a character, whatever its width, script or colour, is read as. */
    static char fold(int c) {
        if (c < 0x80) {
            return c == '\t' ? ' ' : isControl(c) ? NOTHING : (char) c;
        }
        if (Character.isDigit(c)) {
            return (char) ('0' + Character.digit(c, 10));
        }
        if (c > 0xFF00 && c < 0xFF5F) {
            return fold(c - 0xFEE0);
        }
        return switch (Character.getType(c)) {
            case Character.DASH_PUNCTUATION -> '-';
            case Character.SPACE_SEPARATOR -> ' ';
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> '\n';
            case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.CONTROL -> NOTHING;
            default -> Character.isBmpCodePoint(c) ? letter((char) c) : compatible(c);
        };
    }

    private static boolean isControl(int c) {
        return c < ' ' && c != '\n' && c != '\r';
    }

    private static char compatible(int c) {
        String plain = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
        return plain.length() == 1 ? letter(plain.charAt(0)) : SYMBOL;
    }

    private static char letter(char c) {
        if (c >= 0xC0 && c < 0x250) {
            return Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD).charAt(0);
        }
        return switch (c) {
            case '·', '•', '‧', '・', '．' -> '.';
            case '\uFFFD' -> NOTHING;
            case '№' -> '#';
            case '、' -> ',';
            case '−', 'ー' -> '-';
            case '⁄', '∕' -> '/';
            case '【', '［' -> '[';
            case '】', '］' -> ']';
            case '’', '‘', '′' -> '\'';
            case 'º' -> '°';
            case '護' -> '护';
            case '證' -> '证';
            case '檔' -> '档';
            case '號' -> '号';
            case '碼' -> '码';
            case '電' -> '电';
            case '話' -> '话';
            case '機' -> '机';
            case '賬', '帳', '帐' -> '账';
            case '銀' -> '银';
            case '簽' -> '签';
            case '編' -> '编';
            case '請' -> '请';
            case '聯' -> '联';
            case '郵' -> '邮';
            case '預' -> '预';
            case '約' -> '约';
            case '稅' -> '税';
            case '學' -> '学';
            case '會' -> '会';
            case '戶' -> '户';
            case '歐' -> '欧';
            case '塊' -> '块';
            case '萬' -> '万';
            case '億' -> '亿';
            case '國' -> '国';
            case '個', '箇' -> '个';
            case '歲' -> '岁';
            case '週' -> '周';
            case '為', '爲' -> '为';
            case '叄', '參' -> '叁';
            case '貳' -> '贰';
            case '陸' -> '陆';
            default -> c;
        };
    }

    /** The digit that a Chinese numeral, or a number in a circle, stands for; -1 when it is neither. */
    static int numeral(char c) {
        return switch (c) {
            case '〇', '零', '○', '◯' -> 0;
            case '一', '壹', '幺' -> 1;
            case '二', '贰' -> 2;
            case '三', '叁' -> 3;
            case '四', '肆' -> 4;
            case '五', '伍' -> 5;
            case '六', '陆' -> 6;
            case '七', '柒' -> 7;
            case '八', '捌' -> 8;
            case '九', '玖' -> 9;
            default -> Character.getType(c) == Character.OTHER_NUMBER ? circled(c) : -1;
        };
    }

    private static int circled(char c) {
        if (c >= '❶' && c <= '➓') {
            return (c - '❶') % 10 < 9 ? (c - '❶') % 10 + 1 : -1;
        }
        String plain = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
        if (plain.length() > 1 || plain.charAt(0) == c) {
            return -1;
        }
        return Character.isDigit(plain.charAt(0)) ? plain.charAt(0) - '0' : numeral(plain.charAt(0));
    }
}
