package fr.juliu.knowledge;

/** A link of an article: what it is called and where it leads (absolute where the article or the site URL allows). */
public record Link(String title, String url) {

    public Link {
        if (url.isBlank()) {
            throw new IllegalArgumentException("a link needs a URL: " + title);
        }
        title = title.isBlank() ? url : title;
    }
}
