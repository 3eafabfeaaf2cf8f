import HallModel
import HallStore
import HallSyntax

/// A remark that a git host shows next to a line of a file: a workflow command in GitHub's log.
///
/// Its content is escaped: no text of a file can begin another command.
package struct Annotation {
  package enum Level: String { case error, warning, notice }

  package let level: Level
  /// Relative to the top of the repository; nil if it is not about a file.
  package var file: String?
  package var line: Int?
  package var column: Int?
  package let title: String
  package let message: String
  /// One remedy, on a separate line.
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

  /// What a terminal would obey is made visible; a `%` would be read as the start of an escape.
  private static func data(_ text: String) -> String {
    VisibleText.line(text).replacing(sign: "%", with: "%25")
  }

  private static func property(_ text: String) -> String {
    data(text).replacing(sign: ":", with: "%3A").replacing(sign: ",", with: "%2C")
  }
}

extension Annotation {
  /// - Parameter folder: the prefix of the hall's paths, as seen from the repository.
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
