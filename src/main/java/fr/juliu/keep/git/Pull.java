package fr.juliu.keep.git;

/** What came of pulling. */
public sealed interface Pull {

    /** What there is to say to the keeper; empty for nothing. */
    String told();

    /** Nothing is pulled: the folder is no clone with a remote, or it is not wanted. */
    record Off() implements Pull {

        @Override
        public String told() {
            return "";
        }
    }

    /** The folder holds all that the remote has. */
    record UpToDate() implements Pull {

        @Override
        public String told() {
            return "远程没有新的提交。";
        }
    }

    /** So many commits came in. */
    record Moved(int commits) implements Pull {

        @Override
        public String told() {
            return "拉取了 " + commits + " 个新的提交。";
        }
    }

    /** It did not work, and the folder is as it was; in words for the keeper, who is to do something. */
    record Failed(String told) implements Pull {
    }
}
