package org.reskontra.contracts.promises;

import com.sun.source.tree.ClassTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/** What the Javadoc in the sources says about the types and their record components. */
final class Javadocs {

    private static final Pattern PARAM = Pattern.compile("(?m)^\\s*@param\\s+(\\w+)\\s+");
    private static final Pattern INLINE_TAG = Pattern.compile("\\{@(?:code|link)\\s+([^}]*)}");

    private final Map<String, String> texts = new HashMap<>();

    private Javadocs() {}

    static Javadocs of(Path sources) {
        var docs = new Javadocs();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null);
                var found = Files.walk(sources)) {
            var java = found.filter(file -> file.toString().endsWith(".java")).toList();
            var task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(java));
            var trees = DocTrees.instance(task);
            var reader = docs.new Reader(trees);
            for (var unit : task.parse()) {
                reader.scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return docs;
    }

    /** What a type is, in a paragraph. */
    Optional<String> of(Class<?> type) {
        return Optional.ofNullable(texts.get(nameOf(type)));
    }

    /** The unit, range or rule of a record component. */
    Optional<String> of(Class<?> record, String component) {
        return Optional.ofNullable(texts.get(nameOf(record) + "#" + component));
    }

    private static String nameOf(Class<?> type) {
        var outer = type.getEnclosingClass();
        return outer == null ? type.getSimpleName() : nameOf(outer) + "." + type.getSimpleName();
    }

    private void keep(String type, String comment) {
        var params = PARAM.matcher(comment);
        int end = params.find() ? params.start() : comment.length();
        texts.put(type, plain(comment.substring(0, end)));
        while (end < comment.length()) {
            var component = params.group(1);
            int from = params.end();
            end = params.find() ? params.start() : comment.length();
            texts.put(type + "#" + component, plain(comment.substring(from, end)));
        }
    }

    private static String plain(String comment) {
        var firstParagraph = comment.split("<p>", 2)[0];
        return INLINE_TAG
                .matcher(firstParagraph)
                .replaceAll("$1")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private final class Reader extends TreePathScanner<Void, Void> {
        private final DocTrees trees;
        private String outer = "";

        Reader(DocTrees trees) {
            this.trees = trees;
        }

        @Override
        public Void visitClass(ClassTree type, Void none) {
            var before = outer;
            outer = before.isEmpty() ? type.getSimpleName().toString() : before + "." + type.getSimpleName();
            var comment = trees.getDocComment(getCurrentPath());
            if (comment != null) {
                keep(outer, comment);
            }
            super.visitClass(type, none);
            outer = before;
            return null;
        }
    }
}
