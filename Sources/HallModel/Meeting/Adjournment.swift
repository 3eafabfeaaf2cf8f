import HallSyntax

/// Meetings that broke up before their agenda was done, and those that go on with them.
extension Hall {
  /// The first meeting that goes on with another; one that is cancelled does not.
  package func continuation(of meeting: Meeting) -> Meeting? {
    guard let id = meeting.id else { return nil }
    return meetings.first { $0.adjournedFrom == id && $0.status != .cancelled }
  }

  /// The adjourned meetings that nobody has called to go on yet, in the order of the hall.
  package var adjournedMeetings: [Meeting] {
    let continued = Set(meetings.filter { $0.status != .cancelled }.compactMap(\.adjournedFrom))
    return meetings.filter { $0.isAdjourned && !($0.id.map(continued.contains) ?? false) }
  }
}

extension Hall {
  /// The meetings of a day that may be going on.
  package func openMeetings(on day: Day) -> [Meeting] {
    meetings.filter { meeting in
      meeting.day == day && ![.cancelled, .postponed, .approved].contains(meeting.status)
    }
  }
}

extension Meeting {
  /// Whether it was held and broke up.
  package var isAdjourned: Bool { isHeld && value(.adjourned) != nil }

  /// The meeting that it goes on with; nil for a reference that cannot be read.
  package var adjournedFrom: DocumentID? {
    value(.adjournedFrom).flatMap { try? DocumentID(reading: $0) }
  }
}
