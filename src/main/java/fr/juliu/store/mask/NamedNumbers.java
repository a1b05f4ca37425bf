package fr.juliu.store.mask;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of papers, files and accounts that a word before them gives away. */
final class NamedNumbers implements Search {

    private static final String FILL = "[ :=#,()\\[\\]\"'-]";
    /** Says that a number is told. */
    private static final String NUMBER = "(?:号码|号|编号|编码|代码|码|number|numeros?|#|no?[.°]|(?:num|no?|nr|id)(?![a-z]))";
    private static final String LINK = "(?:是|为|的|应该|以下|如下|n'est|c'est|(?:is|est)(?![a-z]))";
    private static final String FOREIGNER = "(?:(?:etrangers?|agdref|foreigner)(?![a-z])|外国人|外籍)";
    private static final String PAPER = "(?:护照|身份证|通行证|台胞证|回乡证|签证|居留证|居留卡|居留|卡|回执|档案|案件|案|单|卷宗|文件"
            + "|申请|受理|流水|预约|订单|社保|社会保险|安全|保险|税|学生|学|银行|账户|账"
            + "|(?:passe?ports?|visas?|titres?(?: de sejour)?|cartes?(?: de sejour| bancaire| vitale)?|recepisses?"
            + "|attestations?|dossiers?|demandes?|references?|ref|ofii|securite sociale|secu|nir|ssn|fiscal|spi|siret"
            + "|siren|caf|allocataire|ine|etudiant|compte|iban|rib|bic)(?![a-z]))";
    private static final Pattern WORD = Pattern.compile("(?i)(?<![a-z])(?:(?<before>" + NUMBER
            + ") ?(?:de |du |d'|d |of )?)?(?:" + PAPER + "|(?<foreigner>" + FOREIGNER + "))(?:" + FILL
            + "{0,3}(?:(?<after>" + NUMBER + ")|" + LINK + "|" + PAPER + ")){0,3}" + FILL + "{0,4}");
    /** A number in whatever groups. */
    private static final Pattern GROUPS = Pattern.compile("(?i)(?:[a-z]{1,3}[ -])?(?=[a-z]{0,8}\\d)[a-z\\d]{1,34}+"
            + "(?:(?: ?[._/-] ?| {1,2})\\d{2,12}(?![a-z\\d])){0,8}");
    /** A number in one. */
    private static final Pattern TOKEN = Pattern.compile("(?i)(?=[a-z]{0,8}\\d)[a-z\\d]{7,34}+");
    /** A numéro étranger, in whatever groups. */
    private static final Pattern TEN = Pattern
            .compile("(?!(?:19|20)\\d\\d(?!\\d))\\d(?: ?[._/-]? ?\\d){9}(?![a-z\\d])");
    private static final Pattern DATE = Pattern.compile("(?:19|20)\\d\\d(?:0[1-9]|1[0-2])(?:[0-2]\\d|3[01])(?:\\d{4})?"
            + "|(?:[0-2]\\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\\d\\d");
    private static final Pattern YEARED = Pattern.compile("(?i)[a-z]+(?:19|20)\\d\\d|(?:19|20)\\d\\d[a-z]+");
    private static final int LEAST_DIGITS = 5;
    private static final int LEAST_DIGITS_ALONE = 7;

    @Override
    public void in(FoldedText text) {
        Matcher word = WORD.matcher(text);
        for (int at = 0; word.find(at);) {
            int end = end(text, word);
            text.mark(word.end(), end, Lead.PERSON);
            at = Math.max(word.end(), end);
        }
    }

    /** Where the number ends that follows the word; where the word ends, if none does. */
    private static int end(FoldedText text, Matcher word) {
        int start = word.end();
        if (word.group("foreigner") != null) {
            Matcher ten = TEN.matcher(text).region(start, text.length());
            if (ten.lookingAt() && !Kept.isCounted(text, ten.end())) {
                return ten.end();
            }
        }
        boolean told = word.group("before") != null || word.group("after") != null;
        Matcher number = (told ? GROUPS : TOKEN).matcher(text).region(start, text.length());
        if (!number.lookingAt()) {
            return start;
        }
        int end = uncounted(text, start, number.end());
        String written = text.subSequence(start, end).toString();
        return (told && isTold(written)) || isAlone(written) ? end : start;
    }

    /** Where the number ends without the groups behind it that count or measure something. */
    private static int uncounted(FoldedText text, int start, int end) {
        int last = end;
        while (last > start && text.isDigit(last - 1) && Kept.isCounted(text, last)) {
            while (last > start && text.isDigit(last - 1)) {
                last--;
            }
            while (last > start && FoldedText.isGap(text.charAt(last - 1))) {
                last--;
            }
        }
        return last;
    }

    private static boolean isTold(String number) {
        return digits(number) >= LEAST_DIGITS || isMixed(number);
    }

    private static boolean isAlone(String number) {
        return !DATE.matcher(number).matches() && !Papers.isCommon(number)
                && (digits(number) >= LEAST_DIGITS_ALONE || isMixed(number));
    }

    /** Whether it has letters and digits as the number of a card does, not as a word before a year. */
    private static boolean isMixed(String number) {
        return number.length() >= 8 && number.length() <= 12 && digits(number) >= 2 && !Papers.isCommon(number)
                && number.equals(number.toUpperCase(Locale.ROOT)) && !YEARED.matcher(number).matches();
    }

    private static long digits(String number) {
        return number.chars().filter(Character::isDigit).count();
    }
}
