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
  /// Whether it may be going on at a time: on its day, from an hour and a half before it begins to ten
  /// hours after.
  package func mayBeGoingOn(_ now: ClockReading) -> Bool {
    guard let moment, moment.day == now.day else { return false }
    guard let start = moment.start else { return true }
    return (start.minutes - 90...start.minutes + 600).contains(now.time.minutes)
  }

  /// Whether nothing was decided, counted or concluded: then one that broke up did not take place.
  package var settledNothing: Bool {
    decisions.isEmpty && !votes.contains { $0.hasCounts } && !items.contains { $0.outcome != nil }
  }

  /// Whether it was held and broke up.
  package var isAdjourned: Bool { isHeld && value(.adjourned) != nil }

  /// The meeting that it goes on with; nil for a reference that cannot be read.
  package var adjournedFrom: DocumentID? {
    value(.adjournedFrom).flatMap { try? DocumentID(reading: $0) }
  }
}
