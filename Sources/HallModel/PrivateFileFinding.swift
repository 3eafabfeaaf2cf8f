/// A private file that is not as private as it should be.
///
/// The reader of the folder finds it; the checks report it. The model knows neither modes nor git.
package struct PrivateFileFinding: Sendable, Equatable {
  package enum Exposure: Sendable, Equatable {
    /// git tracks it, and gives it to everybody who clones.
    case tracked
    /// Its mode lets others on this machine read it.
    case readable
  }

  /// Within the hall.
  package let path: String
  package let exposure: Exposure

  package init(_ path: String, _ exposure: Exposure) {
    (self.path, self.exposure) = (path, exposure)
  }
}
