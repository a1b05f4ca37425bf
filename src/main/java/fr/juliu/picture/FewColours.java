package fr.juliu.picture;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The same picture in at most 256 colours, which makes its file a third as big: those that it is drawn with as they are,
 * those between them in 16 steps a channel.
 */
final class FewColours {

    private static final int MOST = 256;
    private static final int RGB = 0xFFFFFF;

    private final Map<Integer, Integer> indexes = new HashMap<>();
    private final int[] palette = new int[MOST];

    /** A palette that begins with the colours that pictures are drawn with. */
    FewColours(Collection<Color> drawn) {
        for (Color colour : drawn) {
            int rgb = colour.getRGB() & RGB;
            palette[indexes.size()] = rgb;
            indexes.put(rgb, indexes.size());
        }
    }

    /** The picture with a palette; what does not find room in the palette gets its nearest colour there. */
    BufferedImage of(BufferedImage picture) {
        byte[] pixels = new byte[picture.getWidth() * picture.getHeight()];
        int[] row = new int[picture.getWidth()];
        for (int y = 0; y < picture.getHeight(); y++) {
            picture.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int x = 0; x < row.length; x++) {
                pixels[y * row.length + x] = (byte) index(row[x] & RGB);
            }
        }
        IndexColorModel colours = new IndexColorModel(8, MOST, palette, 0, false, -1,
                DataBuffer.TYPE_BYTE);
        BufferedImage few = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED,
                colours);
        few.getRaster().setDataElements(0, 0, picture.getWidth(), picture.getHeight(), pixels);
        return few;
    }

    private int index(int colour) {
        Integer drawn = indexes.get(colour);
        return drawn != null ? drawn : between(coarse(colour));
    }

    private int between(int colour) {
        Integer known = indexes.get(colour);
        if (known != null) {
            return known;
        }
        int index = indexes.size() < MOST ? indexes.size() : nearest(colour);
        if (indexes.size() < MOST) {
            palette[index] = colour;
            indexes.put(colour, index);
        }
        return index;
    }

    private int nearest(int colour) {
        int best = 0;
        for (int index = 1; index < MOST; index++) {
            best = distance(palette[index], colour) < distance(palette[best], colour) ? index : best;
        }
        return best;
    }

    private static int distance(int one, int other) {
        int sum = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int difference = ((one >> shift) & 0xFF) - ((other >> shift) & 0xFF);
            sum += difference * difference;
        }
        return sum;
    }

    private static int coarse(int rgb) {
        int coarse = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int step = (((rgb >> shift) & 0xFF) + 8) / 17;
            coarse |= (step * 17) << shift;
        }
        return coarse;
    }
}
