package fr.juliu.store.mask;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import java.util.List;

/** The numbering plans of the world: whose telephone a number is. */
final class Telephones {

    static final String FRANCE = "FR";
    static final String CHINA = "CN";
    static final String ANYWHERE = "ZZ";

    /** France and what of it lies overseas, where numbers are written alike. */
    private static final List<String> FRENCH = List.of(FRANCE, "GP", "MQ", "GF", "RE", "YT", "PM");
    private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();
    private static final ShortNumberInfo SHORT = ShortNumberInfo.getInstance();

    /** Whose telephone it is in that country; nobody's when no such number is given out there. */
    Lead lead(String digits, String country) {
        try {
            PhoneNumber number = PLANS.parse(digits, country);
            return PLANS.isValidNumber(number) ? lead(number) : Lead.NOBODY;
        } catch (NumberParseException noNumber) {
            return Lead.NOBODY;
        }
    }

    /** Whose telephone ten digits from 01 to 09 are; a number not given out yet is taken for a person's. */
    Lead french(String digits) {
        return FRENCH.stream().map(country -> lead(digits, country)).filter(lead -> lead != Lead.NOBODY).findFirst()
                .orElse(digits.matches("0[67].*") ? Lead.PERSON : Lead.OFFICE);
    }

    /** Whether a number with the code of a country has as many digits as there. */
    boolean isPossible(String international) {
        return PLANS.isPossibleNumber(international, ANYWHERE);
    }

    /** Whether it is a number of three to six digits that all of France dials, such as 115 or 3939. */
    boolean isShort(String digits) {
        if (digits.length() > 6) {
            return false;
        }
        try {
            PhoneNumber number = PLANS.parse(digits, FRANCE);
            return SHORT.isValidShortNumberForRegion(number, FRANCE);
        } catch (NumberParseException noNumber) {
            return false;
        }
    }

    private static Lead lead(PhoneNumber number) {
        return switch (PLANS.getNumberType(number)) {
            case TOLL_FREE, SHARED_COST, PREMIUM_RATE, UAN -> Lead.PUBLIC;
            case FIXED_LINE, VOIP -> Lead.OFFICE;
            case MOBILE, FIXED_LINE_OR_MOBILE, PERSONAL_NUMBER, PAGER, VOICEMAIL, UNKNOWN -> Lead.PERSON;
        };
    }
}
