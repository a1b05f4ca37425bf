package fr.juliu.store.mask;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Numbers made up by chance, of every kind that is masked and that stays, written as people write them. */
final class Planted {

    private static final List<String> GAPS = List.of("", " ", "-", ".", "_", "/", "，", ",", "·", "  ", " - ", "/ ",
            "\u200B",
            "\u00A0", "－", "．", "／");
    private static final List<String> PLAIN_GAPS = List.of("", " ", "-", ".", "_", "\u00A0", "－");
    private static final String NUMERALS = "零一二三四五六七八九";
    private static final String FORMAL = "零壹贰叁肆伍陆柒捌玖";
    private static final BigInteger KEY = BigInteger.valueOf(97);

    private final Random chance;
    private final List<Supplier<String>> persons = List.of(this::foreigner, this::named, this::mobile, this::abroad,
            this::chinese, this::passport, this::card, this::iban, this::security, this::bankCard, this::identity);
    private final List<Supplier<String>> publics = List.of(this::date, this::law, this::amount, this::helpLine,
            this::postcode, this::form, this::hours, this::year, this::shortNumber);

    Planted(long seed) {
        chance = new Random(seed);
    }

    /** A number that is masked; where a word stands before it, between &lt; and &gt;. */
    String ofPerson() {
        String number = one(persons).get();
        return number.contains("<") ? number : "<" + number + ">";
    }

    String ofNobody() {
        return one(publics).get();
    }

    <T> T one(List<T> of) {
        return of.get(chance.nextInt(of.size()));
    }

    private String foreigner() {
        String digits = (chance.nextBoolean() ? "99" : "75") + digits(8);
        return script(chance.nextInt(3) > 0
                ? digits
                : grouped("99" + digits.substring(2), one(PLAIN_GAPS), one(List.of(
                        List.of(2, 2, 2, 2, 2), List.of(4, 6), List.of(4, 3, 3),
                        List.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 1)))));
    }

    /** What only the word before it gives away, the number between &lt; and &gt;. */
    private String named() {
        return one(List.of("档案号", "檔案號：", "dossier n° ", "numéro de dossier : ", "护照号码是", "n° étranger ", "QQ ", "电话 ",
                "récépissé n°"))
                + "<" + one(List.of("1", "3", "8")) + digits(7) + ">";
    }

    private String mobile() {
        return script(grouped("0" + one(List.of("6", "7")) + digits(8), one(GAPS),
                one(List.of(List.of(2, 2, 2, 2, 2), List.of(10), List.of(4, 3, 3), List.of(4, 2, 2, 2)))));
    }

    private String abroad() {
        String code = one(List.of("+33", "0033", "33", "+33 (0)", "(+33)"));
        return code + one(List.of("", " ", "-"))
                + grouped("6" + one(List.of("1", "2", "5", "6", "8")) + digits(7), one(PLAIN_GAPS),
                        List.of(1, 2, 2, 2, 2));
    }

    private String chinese() {
        String number = grouped("1" + one(List.of("3", "5", "8")) + digits(9), one(PLAIN_GAPS),
                one(List.of(List.of(3, 4, 4), List.of(11))));
        return chance.nextBoolean() ? script(number) : one(List.of("+86", "+86 ", "0086 ", "86")) + number;
    }

    private String passport() {
        return switch (chance.nextInt(4)) {
            case 0 -> one(List.of("E", "G", "e", "Ｅ", "E ")) + digits(8);
            case 1 -> one(List.of("EA", "EK", "PE", "ea")) + digits(7);
            case 2 -> digits(2) + "AB" + digits(5);
            default -> "FRA" + digits(9);
        };
    }

    private String card() {
        return chance.nextBoolean()
                ? digits(1) + "ABCD" + digits(4)
                : "TL" + digits(1) + "A" + digits(1) + "B" + digits(1) + "C" + digits(1);
    }

    private String iban() {
        String account = digits(23);
        BigInteger rest = new BigInteger(account + "152700").mod(KEY);
        String iban = "FR" + String.format(Locale.ROOT, "%02d", 98 - rest.intValue()) + account;
        return grouped(iban, one(List.of("", " ", "-")), List.of(4, 4, 4, 4, 4, 4, 3));
    }

    private String security() {
        String number = one(List.of("1", "2")) + digits(2) + one(List.of("01", "07", "12"))
                + one(List.of("75", "99", "13"))
                + digits(6);
        return grouped(number + String.format(Locale.ROOT, "%02d", 97 - new BigInteger(number).mod(KEY).intValue()),
                one(List.of("", " ", "-", ".")), List.of(1, 2, 2, 2, 3, 3, 2));
    }

    private String bankCard() {
        String number = one(List.of("4", "5")) + digits(14);
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? digit * 2 / 10 + digit * 2 % 10 : digit;
        }
        return grouped(number + (10 - sum % 10) % 10, one(PLAIN_GAPS), List.of(4, 4, 4, 4));
    }

    private String identity() {
        return "11010" + digits(1) + "19" + (50 + chance.nextInt(50)) + "0" + (1 + chance.nextInt(9)) + "1" + digits(4)
                + one(List.of("X", "x", "1", "7"));
    }

    private String date() {
        String gap = one(List.of("-", "/", "."));
        String day = "" + (1 + chance.nextInt(28));
        String month = one(List.of("0" + (1 + chance.nextInt(9)), "1" + chance.nextInt(3)));
        String year = "20" + (10 + chance.nextInt(20));
        return one(List.of(year + gap + month + gap + day, day + gap + month + gap + year,
                year + " 年 " + month + " 月 " + day + " 日",
                year + "-" + month));
    }

    private String law() {
        return one(List.of("L. 4" + digits(2) + "-1", "R4" + digits(2) + "-" + digits(2),
                "décret n° 20" + (10 + chance.nextInt(15)) + "-" + digits(3),
                "CESEDA L. 421-" + digits(1)));
    }

    private String amount() {
        return one(List.of("1 " + digits(3) + "," + digits(2) + " €", digits(2) + " 000 欧", digits(3) + "€",
                "3 " + digits(3) + " 欧",
                "1," + digits(3) + ".00 元", digits(4) + "块"));
    }

    private String helpLine() {
        return grouped(one(List.of("0800", "0806", "0805")) + digits(6), one(List.of("", " ", ".")), List.of(4, 3, 3));
    }

    private String postcode() {
        return one(List.of("75013", "93200", "13001", "69" + digits(3)));
    }

    private String form() {
        return "cerfa " + "1" + digits(4) + "*0" + digits(1);
    }

    private String hours() {
        return one(List.of("9h30-12h30", "08:30-12:00", "9:00–17:00", "14h à 18h"));
    }

    private String year() {
        return "20" + (10 + chance.nextInt(20));
    }

    private String shortNumber() {
        return one(List.of("3939", "115", "17", "3646", "36 46"));
    }

    private String digits(int count) {
        return chance.ints(count, 0, 10).mapToObj(Integer::toString).collect(Collectors.joining());
    }

    /** The digits in one of the scripts that people write them in. */
    private String script(String digits) {
        return switch (chance.nextInt(6)) {
            case 0 -> written(digits, NUMERALS);
            case 1 -> written(digits, FORMAL);
            case 2 -> digits.chars().map(c -> c >= '0' && c <= '9' ? c - '0' + '０' : c)
                    .mapToObj(Character::toString).collect(Collectors.joining());
            default -> digits;
        };
    }

    private static String written(String digits, String numerals) {
        return digits.chars()
                .mapToObj(c -> c >= '0' && c <= '9' ? numerals.substring(c - '0', c - '0' + 1) : Character.toString(c))
                .collect(Collectors.joining());
    }

    private static String grouped(String number, String gap, List<Integer> sizes) {
        StringBuilder grouped = new StringBuilder();
        int at = 0;
        for (int size : sizes) {
            int end = Math.min(number.length(), at + size);
            grouped.append(at == 0 || at == end ? "" : gap).append(number, at, end);
            at = end;
        }
        return grouped.append(number.substring(at)).toString();
    }
}
