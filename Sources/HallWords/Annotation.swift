import HallModel
import HallStore
import HallSyntax

/// A remark that a git host shows beside a line of a file: a workflow command of GitHub's log.
///
/// Whatever stands in it stays within it: no text of a file begins another command.
package struct Annotation {
  package enum Level: String { case error, warning, notice }

  package let level: Level
  /// From the top of the repository; nil where it is about no file.
  package var file: String?
  package var line: Int?
  package var column: Int?
  package let title: String
  package let message: String
  /// One remedy, on a line of its own.
  package var hint: String?

  package init(
    level: Level, file: String? = nil, line: Int? = nil, column: Int? = nil, title: String,
    message: String, hint: String? = nil
  ) {
    self.level = level
    self.file = file
    self.line = line
    self.column = column
    self.title = title
    self.message = message
    self.hint = hint
  }

  /// `::error file=…,line=…,col=…,title=…::message` and a newline.
  package var text: String {
    var properties: [String] = []
    if let file { properties.append("file=" + Annotation.property(file)) }
    if let line { properties.append("line=\(line)") }
    if let column { properties.append("col=\(column)") }
    properties.append("title=" + Annotation.property(title))
    let lines = [message, hint].compactMap(\.self).map(Annotation.data)
    return "::\(level.rawValue) " + properties.joined(separator: ",") + "::"
      + lines.joined(separator: "%0A") + "\n"
  }

  /// What a terminal would obey is shown; a `%` would be read as the escape of something else.
  private static func data(_ text: String) -> String {
    VisibleText.line(text).replacing("%", with: "%25")
  }

  private static func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}

extension Annotation {
  /// - Parameter folder: what stands before the hall's paths, as seen from the repository.
  package init(
    _ problem: Problem, in folder: String, _ renderer: ProblemRenderer, _ language: Language
  ) {
    let place = renderer.position(problem)
    level = problem.severity == .error ? .error : .warning
    file = folder + problem.path
    line = place?.line
    column = place?.column
    title = problem.id
    message = problem.message[language]
    hint = problem.hint?[language]
  }
}
