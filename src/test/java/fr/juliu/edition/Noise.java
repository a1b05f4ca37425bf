package fr.juliu.edition;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Texts that mean nothing, of many kinds, the same ones for the same seed. */
final class Noise {

    private static final int HAN_FROM = 0x4E00;
    private static final int HAN_TO = 0x9FFF;
    /** Level one of GB 2312: the characters in common use, in 40 rows of 94, the last row short. */
    private static final List<String> COMMON = common();
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final String PUNCTUATION = "!?.,;:'\"()[]{}<>/\\|@#$%^&*-_=+~`。，、？！；：“”‘’（）《》【】…—·￥";
    private static final List<String> KEYS = List.of("qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890",
            "azertyuiop", "qsdfghjklm", "wxcvbn");
    private static final List<String> ALPHABETS = List.of("абвгдежзиклмнопрст", "αβγδεζηθικλμν", "あいうえおかきくけこ",
            "アイウエオカキクケコ", "가나다라마바사아자차", "ابتثجحخدذرز", "กขคงจฉชซ", LETTERS, "0123456789", "的一是不了人我在有他");

    private final Random random;
    private final List<String> familiar;

    /**
     * Always the same texts for a seed.
     *
     * @param familiar a text whose Chinese characters are strung together anew, too
     */
    Noise(long seed, String familiar) {
        random = new Random(seed);
        this.familiar = familiar.codePoints().filter(c -> c >= HAN_FROM && c <= HAN_TO).distinct().sorted()
                .mapToObj(Character::toString).toList();
    }

    /** So many texts of each kind, by the name of the kind. */
    Map<String, List<String>> texts(int each) {
        Map<String, Supplier<String>> kinds = new LinkedHashMap<>();
        kinds.put("letters", () -> letters(1, 14));
        kinds.put("words of letters", () -> joined(2, 6, () -> letters(1, 8)));
        kinds.put("syllables", () -> joined(1, 3, this::syllables));
        kinds.put("Han of the whole block", () -> many(1, 12, this::han));
        kinds.put("common Han", () -> many(2, 14, this::commonHan));
        kinds.put("familiar Han", () -> many(2, 10, () -> one(familiar)));
        kinds.put("single characters", () -> one(List.<Supplier<String>>of(this::han, this::commonHan,
                () -> letters(1, 1), () -> digits(1, 1), this::emoji, this::sign)).get());
        kinds.put("digits", () -> joined(1, 4, () -> digits(1, 9)));
        kinds.put("short Latin and numbers", this::token);
        kinds.put("keyboard", () -> joined(1, 2, this::mash));
        kinds.put("punctuation", () -> many(1, 20, this::sign));
        kinds.put("emoji", () -> many(1, 8, this::emoji));
        kinds.put("mixed scripts", () -> many(2, 12, () -> letter(one(ALPHABETS))));
        kinds.put("Han and digits", () -> many(1, 3, this::commonHan) + digits(1, 3) + many(0, 2, this::commonHan));
        kinds.put("rare Han and digits", () -> many(1, 2, this::han) + digits(1, 3));
        return kinds.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                kind -> Stream.generate(kind.getValue()).limit(each).toList(), (a, b) -> a, LinkedHashMap::new));
    }

    private static List<String> common() {
        return IntStream.range(0, 40 * 94 - 5)
                .mapToObj(i -> new byte[]{(byte) (0xB0 + i / 94), (byte) (0xA1 + i % 94)})
                .map(code -> Charset.forName("GB2312").decode(ByteBuffer.wrap(code)).toString()).toList();
    }

    private String token() {
        return switch (random.nextInt(4)) {
            case 0 -> letters(1, 2);
            case 1 -> letters(1, 2) + " " + digits(1, 3);
            case 2 -> letters(1, 3) + digits(1, 3);
            default -> letters(1, 1) + " " + letters(1, 1);
        };
    }

    private String mash() {
        String row = one(KEYS);
        return many(3, 12, () -> letter(row));
    }

    private String syllables() {
        return many(1, 4, () -> letter("bcdfghjklmnpqrstvwxyz") + letter("aeiou"));
    }

    private String han() {
        return Character.toString(HAN_FROM + random.nextInt(HAN_TO - HAN_FROM + 1));
    }

    private String commonHan() {
        return one(COMMON);
    }

    private String emoji() {
        return Character.toString(0x1F300 + random.nextInt(0x350));
    }

    private String sign() {
        return letter(PUNCTUATION);
    }

    private String letters(int least, int most) {
        return many(least, most, () -> letter(LETTERS));
    }

    private String digits(int least, int most) {
        return many(least, most, () -> letter("0123456789"));
    }

    private String joined(int least, int most, Supplier<String> part) {
        return Stream.generate(part).limit(between(least, most)).collect(Collectors.joining(" "));
    }

    private String many(int least, int most, Supplier<String> part) {
        return Stream.generate(part).limit(between(least, most)).collect(Collectors.joining());
    }

    private int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    private String letter(String letters) {
        return String.valueOf(letters.charAt(random.nextInt(letters.length())));
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
