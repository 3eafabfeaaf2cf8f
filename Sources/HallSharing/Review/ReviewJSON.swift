import HallGit
import HallHistory
import HallModel
import HallSyntax
import HallWords

extension Review {
  package var json: JSONValue {
    [
      "from": from?.json(offset) ?? .null, "to": to.json(offset), "commits": JSONValue(commits),
      "aside": .bool(isAside), "as_of": JSONValue(today), "documents": .integer(documents),
      "alerts": .array(alerts.map(\.json)), "changes": .array(sorted.map(\.json)),
      "turned": .array(turned.map(\.json)), "silent": .array(silent.map(\.json)),
    ]
  }

  /// The changes by their groups, in the same order as in the text.
  private var sorted: [ReviewEntry] { ReviewGroup.allCases.flatMap(entries) }
}

extension Commit {
  package func json(_ offset: Int) -> JSONValue {
    ["commit": .string(digits), "day": JSONValue(day(offset: offset))]
  }
}

extension ReviewAlert {
  fileprivate var json: JSONValue {
    [
      "kind": .string(kind.rawValue), "document": .string(document.reviewName),
      "file": .string(document.path), "signer": JSONValue(signer), "revision": JSONValue(revision),
    ]
  }
}

extension ReviewEntry {
  fileprivate var json: JSONValue {
    var what = "fact"
    var (subjects, titles): ([Fact.Subject], [String]) = ([], [])
    var (key, before, after): (String?, String?, String?) = (nil, nil, nil)
    var vote: JSONValue = .null
    var details: [FactChange] = []
    switch content {
    case .fact(let change, let more):
      details = more
      (subjects, titles) = (change.subjects, change.titles)
      (key, before, after) = (change.key, change.before, change.after)
    case .vote(let change):
      (what, vote) = ("vote", change.json)
      (subjects, titles) = (change.subjects, change.titles)
    case .prose(let change):
      (what, before, after) = ("prose", change.before, change.after)
      (subjects, titles) = (change.subjects, change.titles)
    case .came: (what, after) = ("document", document.title)
    case .went: (what, before) = ("document", document.title)
    case .renamed(let old, let new): (what, before, after) = ("file", old, new)
    case .layout: what = "layout"
    case .withdrawn: what = "withdrawn"
    }
    return [
      "group": .string(group.rawValue), "what": .string(what), "change": .string(kind.rawValue),
      "document": .string(document.reviewName), "file": .string(document.path),
      "subjects": .json(subjects, titles), "key": JSONValue(key), "before": JSONValue(before),
      "after": JSONValue(after),
      "details": .array(
        details.map { ["key": JSONValue($0.key), "value": JSONValue($0.after)] }), "vote": vote,
      "by": revision?.origin ?? .null,
      "recorded": .bool(!isUnrecorded),
    ]
  }
}

extension JSONValue {
  fileprivate static func json(_ subjects: [Fact.Subject], _ titles: [String]) -> JSONValue {
    .array(
      zip(subjects, titles).map { subject, title in
        [
          "kind": .string("\(subject.kind)"), "name": .string(subject.name),
          "title": .string(title),
        ]
      })
  }
}

extension Revision {
  /// Who made a change, when and why.
  fileprivate var origin: JSONValue {
    [
      "revision": .integer(number), "at": .string(at), "by": .string(by), "why": .string(why),
      "kind": JSONValue(kind?.rawValue),
    ]
  }
}

extension VoteChange {
  fileprivate var json: JSONValue {
    [
      "changes": .array(
        changes.map { change in
          [
            "key": JSONValue(change.key), "before": JSONValue(change.before),
            "after": JSONValue(change.after),
          ]
        }),
      "before": JSONValue(before?.computed.name), "after": JSONValue(after?.computed.name),
      "leg": leg?.json ?? .null,
    ]
  }
}

extension TurnedResult {
  fileprivate var json: JSONValue {
    let place = after.meeting.place(of: after.vote)
    return [
      "meeting": JSONValue(after.meeting.id?.text), "item": JSONValue(place.item),
      "vote": .integer(place.vote), "title": .string(after.vote.title),
      "rule": JSONValue(after.vote.ruleName?.string), "before": .string(before.computed.name),
      "after": .string(after.computed.name),
      "leg": after.tellingLeg(against: before)?.json ?? .null,
      "causes": .array(causes.map { .string($0.rawValue) }), "by": revision?.origin ?? .null,
    ]
  }
}

extension SilentThing {
  fileprivate var json: JSONValue {
    switch self {
    case .task(let owner, let task, let late, let last):
      let id = owner.id.flatMap { id in
        task.number.map { PartID(document: id, kind: .task, number: $0).text }
      }
      return [
        "kind": .string(late == nil ? "standing" : "overdue"), "id": JSONValue(id),
        "title": .string(task.title), "lead": JSONValue(task.lead?.string),
        "days": JSONValue(late), "last_word": JSONValue(last),
      ]
    case .posting(let meeting, let decision, let period):
      let id = meeting.id.flatMap { id in
        decision.number.map { PartID(document: id, kind: .decision, number: $0).text }
      }
      return [
        "kind": .string(period == nil ? "not_posted" : "posted_too_short"), "id": JSONValue(id),
        "title": .string(decision.title), "lead": .null,
        "days": JSONValue(period.map { Int($0.end - $0.start) }), "last_word": .null,
      ]
    }
  }
}
