import HallModel
import HallSyntax
import HallWords

/// The calls to try first, from the examples of the commands that everybody needs.
struct FirstExamples {
  /// Each call, and what its command does.
  let rows: [(call: String, summary: String)]

  private static let commands = ["status", "show", "overdue", "minute", "print"]

  init(_ commands: [CommandSpec], _ language: Language) {
    rows = FirstExamples.commands.compactMap { name in
      guard let spec = commands.first(where: { $0.name == name }) else { return nil }
      let calls = spec.examples.map { $0[language] }
      let call = calls.min { DisplayWidth.of($0) < DisplayWidth.of($1) }
      return call.map { ($0, spec.summary[language]) }
    }
  }

  var calls: [String] { rows.map(\.call) }
}
