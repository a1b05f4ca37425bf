package fr.juliu.knowledge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The permit cell of a rollout table, taken apart: each permit with the label above it. */
final class PermitCell {

    /** One permit of the cell. */
    record Named(String permit, @Nullable String group, Set<Qualifier> qualifiers) {
    }

    private static final String OPENING = "（([«“【《";
    private static final String CLOSING = "）)]»”】》";
    private static final String SEPARATORS = "、，,;；" + PlainText.BREAK;
    private static final String GROUP_ENDS = ";；" + PlainText.BREAK;
    private static final int LONGEST_LABEL = 20;

    private final String cell;
    private final BitSet bracketed;
    private final List<Named> permits = new ArrayList<>();
    private final StringBuilder part = new StringBuilder();
    private @Nullable String group;
    private boolean labelMayFollow = true;

    private PermitCell(String cell) {
        this.cell = cell;
        this.bracketed = bracketed(cell);
    }

    /** The permits of a cell whose line breaks are {@link PlainText#BREAK}, in reading order. */
    static List<Named> permits(String cell) {
        PermitCell reader = new PermitCell(cell);
        reader.read();
        return List.copyOf(reader.permits);
    }

    private void read() {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (bracketed.get(i)) {
                part.append(c);
            } else if (SEPARATORS.indexOf(c) >= 0) {
                endPart();
                labelMayFollow = GROUP_ENDS.indexOf(c) >= 0;
            } else if (isLabelEnd(i)) {
                group = PlainText.oneLine(part.toString());
                part.setLength(0);
                labelMayFollow = false;
            } else {
                part.append(c);
            }
        }
        endPart();
        if (permits.isEmpty() && group != null) {
            permits.add(new Named(group, null, QualifierReader.read(group)));
        }
    }

    private boolean isLabelEnd(int i) {
        char c = cell.charAt(i);
        return labelMayFollow && (c == '：' || (c == ':' && !cell.startsWith("//", i + 1)))
                && part.length() <= LONGEST_LABEL && !part.toString().isBlank();
    }

    private void endPart() {
        String permit = PlainText.oneLine(part.toString());
        part.setLength(0);
        if (!permit.isEmpty()) {
            permits.add(new Named(permit, group, QualifierReader.read(group == null ? "" : group, permit)));
        }
    }

    /** The places inside brackets that are closed; an open bracket without its end is a sign like any other. */
    private static BitSet bracketed(String text) {
        BitSet inside = new BitSet(text.length());
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < text.length(); i++) {
            if (OPENING.indexOf(text.charAt(i)) >= 0) {
                open.push(i);
            } else if (CLOSING.indexOf(text.charAt(i)) >= 0 && !open.isEmpty()) {
                int from = open.pop();
                inside.set(from, i + 1);
            }
        }
        return inside;
    }
}
