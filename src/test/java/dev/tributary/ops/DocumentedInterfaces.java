package dev.tributary.ops;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The interfaces of a source tree with what their javadoc says, by simple name; classes do not keep it. */
record DocumentedInterfaces(Map<String, Documented> byName) {

    /**
     * @param extended the simple names of the interfaces that it extends
     * @param text as written; empty if there is none
     */
    record Documented(List<String> extended, String text, List<Member> members) {}

    /**
     * @param type as written
     * @param annotations as written
     * @param text as written; empty if there is none
     */
    record Member(String name, String type, List<String> annotations, String text) {}

    static DocumentedInterfaces in(Path sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null);
                Stream<Path> tree = Files.walk(sources)) {
            List<Path> java =
                    tree.filter(path -> path.toString().endsWith(".java")).toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(java));
            Scanner scanner = new Scanner(DocTrees.instance(task));
            for (CompilationUnitTree unit : task.parse()) {
                scanner.scan(unit, null);
            }
            return new DocumentedInterfaces(scanner.found);
        }
    }

    private static final class Scanner extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final DocTrees comments;
        private final Map<String, Documented> found = new HashMap<>();

        Scanner(DocTrees comments) {
            this.comments = comments;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
            if (type.getKind() == Tree.Kind.INTERFACE) {
                List<Member> members = new ArrayList<>();
                for (Tree member : type.getMembers()) {
                    if (member instanceof MethodTree method) {
                        members.add(member(method));
                    }
                }
                List<String> extended = type.getImplementsClause().stream()
                        .map(Object::toString)
                        .toList();
                found.put(type.getSimpleName().toString(), new Documented(extended, text(getCurrentPath()), members));
            }
            return super.visitClass(type, null);
        }

        private Member member(MethodTree method) {
            List<String> annotations = method.getModifiers().getAnnotations().stream()
                    .map(AnnotationTree::toString)
                    .toList();
            return new Member(
                    method.getName().toString(),
                    String.valueOf(method.getReturnType()),
                    annotations,
                    text(new TreePath(getCurrentPath(), method)));
        }

        private String text(TreePath path) {
            return Optional.ofNullable(comments.getDocComment(path)).orElse("");
        }
    }
}
