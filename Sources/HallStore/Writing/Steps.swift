import HallModel
import HallSyntax

/// What the commands on this machine have recorded, one line a command, the last one last: what
/// `undo` takes back. It stands in `.hall/` and so stays out of git.
package struct Steps: Sendable {
  /// One document's revisions of one command.
  package struct Part: Sendable, Equatable {
    package let name: String
    package let first: Int
    package let last: Int
  }

  package private(set) var steps: [[Part]] = []

  static let path = ".hall/steps"

  /// A line that cannot be read is no step.
  init(_ bytes: [UInt8]) {
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: " ").compactMap { word -> Part? in
        let fields = word.split(separator: ":")
        guard fields.count == 3, let first = Int(fields[1]), let last = Int(fields[2]) else {
          return nil
        }
        return Part(name: String(fields[0]), first: first, last: last)
      }
      if !parts.isEmpty { steps.append(parts) }
    }
  }

  mutating func push(_ recorded: [HallWriter.Recorded]) {
    var parts: [Part] = []
    for revision in recorded {
      let earlier = parts.firstIndex { $0.name == revision.place.name }
      let first = earlier.map { parts[$0].first } ?? revision.number
      let part = Part(name: revision.place.name, first: first, last: revision.number)
      if let earlier { parts[earlier] = part } else { parts.append(part) }
    }
    steps.append(parts)
    // More than anybody will take back.
    if steps.count > 100 { steps.removeFirst(steps.count - 100) }
  }

  mutating func pop() { _ = steps.popLast() }

  var bytes: [UInt8] {
    let lines = steps.map { parts in
      parts.map { "\($0.name):\($0.first):\($0.last)" }.joined(separator: " ") + "\n"
    }
    return Array(lines.joined().utf8)
  }
}

extension HallFolder {
  /// What the last command on this machine recorded; nil where nothing can be taken back.
  package func lastStep() -> [Steps.Part]? {
    guard let bytes = try? bytes(of: Steps.path) else { return nil }
    return Steps(bytes).steps.last
  }
}
