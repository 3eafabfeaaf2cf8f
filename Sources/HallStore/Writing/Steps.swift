import HallModel
import HallSyntax

/// What the commands on this machine have recorded, one line for each command, the last one last:
/// `undo` takes these back. The file is in `.hall/` and so stays out of git.
///
/// Each branch of git has its own steps: those recorded on a branch follow a line
/// `@ refs/heads/topic`. A branch with a shorter history that somebody checks out has lost nothing.
///
/// It is written after the revisions, without waiting for the disk: steps that a crash loses cannot
/// be undone any more, but nothing else is lost.
package struct Steps: Sendable {
  /// One document's revisions of one command.
  package struct Part: Sendable, Equatable {
    package let name: String
    package let first: Int
    package let last: Int
    /// Whether the command created the document.
    package let isNew: Bool
  }

  package private(set) var steps: [[Part]] = []
  /// The lengths of histories according to steps that are no longer kept.
  private var known: [String: Int] = [:]
  /// The current branch; empty without git.
  private let branch: String
  /// The lines of the other branches, with their heads.
  private var others: [UInt8] = []
  /// Whether this branch's lines are the last ones.
  private var isLast = true

  /// How many revisions each history once had, as far as this machine knows.
  var revisions: [String: Int] {
    known.merging(steps.joined().map { ($0.name, $0.last) }, uniquingKeysWith: max)
  }

  /// A history continues from fewer revisions than were known: the lost ones are forgotten.
  mutating func forget(_ name: String, after left: Int) {
    known[name] = left > 0 ? left : nil
    steps = steps.map { $0.filter { $0.name != name || $0.last <= left } }.filter { !$0.isEmpty }
  }

  static let path = HallPath.notes("steps")

  /// A line that cannot be read, or is incomplete, is not a step.
  ///
  /// - Parameter branch: the branch that is checked out. Lines without a head belong to any branch.
  init(_ bytes: [UInt8], on branch: String) {
    self.branch = branch
    let end = bytes.lastIndex(of: UInt8(ascii: "\n")) ?? 0
    // With git, the lines get a head the next time they are written.
    var isOwn = true
    var hasHead = branch.isEmpty
    // Nobody goes back to what was recorded on a commit that was checked out by itself.
    var isKept = true
    for line in String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\n") {
      if line.hasPrefix("@ ") { (isOwn, hasHead) = (line.dropFirst(2) == branch, true) }
      isLast = isOwn && hasHead
      guard isOwn else {
        isKept = line.hasPrefix("@ ") ? line.hasPrefix("@ refs/") : isKept
        if isKept { others += Array((line + "\n").utf8) }
        continue
      }
      if line.hasPrefix("= ") {
        let fields = line.dropFirst(2).split(separator: ":")
        if fields.count == 2, let last = Int(fields[1]), Steps.isDocument(fields[0]) {
          known[String(fields[0])] = last
        }
        continue
      }
      let parts = line.split(separator: " ").compactMap { word -> Part? in
        let fields = word.split(separator: ":")
        guard fields.count == 3 || (fields.count == 4 && fields[3] == "new"),
          let first = Int(fields[1]), let last = Int(fields[2]), Steps.isDocument(fields[0])
        else { return nil }
        return Part(
          name: String(fields[0]), first: first, last: last, isNew: fields.count == 4)
      }
      if !parts.isEmpty { steps.append(parts) }
    }
  }

  private static func isDocument(_ name: Substring) -> Bool {
    HistoryPlace(named: name) != nil
  }

  /// Adds a step. An edit made outside the program that the command recorded is a separate step
  /// before it: undoing the command keeps what somebody wrote.
  ///
  /// - Returns: the lines to append, if that is enough; nil if the first steps are dropped.
  mutating func push(_ recorded: [HallWriter.Recorded]) -> [UInt8]? {
    var taken: [Part] = []
    var made: [Part] = []
    for revision in recorded {
      let part = Part(
        name: revision.place.name, first: revision.number, last: revision.number,
        isNew: revision.isNew)
      if let edit = made.firstIndex(where: { $0.name == part.name }) {
        taken.append(made[edit])
        made[edit] = part
      } else {
        made.append(part)
      }
    }
    let added = [taken, made].filter { !$0.isEmpty }
    steps += added
    // More than anybody will undo.
    guard steps.count > 200 else { return isLast ? added.flatMap(Steps.line) : nil }
    for part in steps.prefix(steps.count - 100).joined() { know(part) }
    steps.removeFirst(steps.count - 100)
    return nil
  }

  mutating func pop() { steps.popLast()?.forEach { know($0) } }

  private mutating func know(_ part: Part) {
    known[part.name] = max(part.last, known[part.name] ?? 0)
  }

  mutating func pushBack(_ step: [Part]) { steps.append(step) }

  var bytes: [UInt8] {
    others + (branch.isEmpty ? [] : Array("@ \(branch)\n".utf8))
      + known.sorted { $0.key < $1.key }.flatMap { Array("= \($0):\($1)\n".utf8) }
      + steps.flatMap(Steps.line)
  }

  private static func line(_ parts: [Part]) -> [UInt8] {
    let words = parts.map { "\($0.name):\($0.first):\($0.last)" + ($0.isNew ? ":new" : "") }
    return Array((words.joined(separator: " ") + "\n").utf8)
  }
}

extension HallFolder {
  /// What the last command on this machine recorded; nil if nothing can be undone.
  package func lastStep() -> [Steps.Part]? { steps().last }

  /// What the commands on this machine recorded, the last one last.
  package func steps() -> [[Steps.Part]] {
    guard believesNotes, let found = try? SystemDisk().read(place(Steps.path)) else { return [] }
    return Steps(found.bytes, on: checkedOutBranch).steps
  }
}
