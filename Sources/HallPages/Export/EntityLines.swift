import HallHistory
import HallModel
import HallStore
import HallSyntax
import HallWords

/// Every entity of a hall, one a line (NDJSON), for programs and databases: what `--json` answers, with the
/// kind of entity, its identifier, and the revision and digest of the document it was read from.
package struct EntityLines: Sendable {
  private let record: RecordJSON
  private let loaded: LoadedHall
  private let today: Day
  /// The last revision of a document; nil without a history.
  private let revision: @Sendable (Document) -> Int?

  package init(
    _ loaded: LoadedHall, today: Day, revision: @escaping @Sendable (Document) -> Int?
  ) {
    record = RecordJSON(loaded: loaded, today: today)
    (self.loaded, self.today, self.revision) = (loaded, today, revision)
  }

  private var hall: Hall { loaded.hall }

  /// How many documents there are: the charter, then the matters, then the meetings.
  package var count: Int { 1 + hall.matters.count + hall.meetings.count }

  /// The lines of one document.
  package func lines(of place: Int) -> String {
    var lines = ""
    func put(_ entity: String, _ id: String?, _ value: JSONValue, _ origin: JSONValue) {
      let lead: JSONValue = [
        "entity": .string(entity), "id": JSONValue(id), "hall": .string(hall.charter.name),
        "hall_dir": .string(loaded.folder.shownPath),
      ]
      lines += value.merging(origin).merging(lead).line + "\n"
    }
    switch place {
    case 0: write(hall.charter, put)
    case 1..<(1 + hall.matters.count): write(hall.matters[place - 1], put)
    default: write(hall.meetings[place - 1 - hall.matters.count], put)
    }
    return lines
  }

  private typealias Put = (
    _ entity: String, _ id: String?, _ value: JSONValue, _ origin: JSONValue
  ) -> Void

  private func write(_ charter: Charter, _ put: Put) {
    let origin = origin(of: charter.document)
    put(
      "hall", nil, ["language": .string(charter.language.rawValue), "as_of": JSONValue(today)],
      origin)
    for party in charter.parties.parties {
      put(
        "party", party.name, ["name": .string(party.name), "role": JSONValue(party.part)], origin)
    }
  }

  private func write(_ matter: Matter, _ put: Put) {
    let origin = origin(of: matter.document)
    put("matter", matter.id?.text, record.matter(matter), origin)
    for (place, line) in matter.log.enumerated() {
      put("step", matter.id.map { "\($0.text)/\(place + 1)" }, record.logLine(line), origin)
    }
    for task in matter.tasks {
      put("task", name(task, .matter(matter)), record.task(task, of: .matter(matter)), origin)
    }
  }

  private func write(_ meeting: Meeting, _ put: Put) {
    let origin = origin(of: meeting.document)
    put("meeting", meeting.id?.text, record.meeting(meeting), origin)
    if let attendance = meeting.attendance {
      put("attendance", meeting.id?.text, record.attendance(attendance), origin)
    }
    for item in meeting.items {
      let id = Reference.item(meeting, item).identifier
      // Votes, decisions and tasks have lines of their own.
      put(
        "item", id, record.item(item, of: meeting).without(["votes", "decisions", "tasks"]),
        origin)
      for (place, vote) in item.votes.enumerated() {
        put("vote", id + "/\(place + 1)", record.vote(hall.tally(vote, in: meeting)), origin)
      }
    }
    for decision in meeting.decisions {
      put(
        "decision", Reference.decision(meeting, decision).identifier,
        record.decision(decision, of: meeting), origin)
    }
    for task in meeting.tasks {
      put("task", name(task, .meeting(meeting)), record.task(task, of: .meeting(meeting)), origin)
    }
    for (place, signOff) in meeting.signOffs.enumerated() {
      put(
        "sign_off", meeting.id.map { "\($0.text)/\(place + 1)" }, record.signOff(signOff), origin)
    }
  }

  private func name(_ task: Task, _ owner: TaskOwner) -> String {
    Reference.task(owner, task).identifier
  }

  private func origin(of document: Document) -> JSONValue {
    [
      "file": .string(document.path), "revision": JSONValue(revision(document)),
      "digest": .string(SHA256.hex(of: document.bytes)),
    ]
  }
}

extension JSONValue {
  /// An object without some of its members.
  fileprivate func without(_ keys: [String]) -> JSONValue {
    guard case .object(var members) = self else { return self }
    for key in keys { members[key] = nil }
    return .object(members)
  }
}
