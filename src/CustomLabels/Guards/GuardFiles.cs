using System;
using System.IO;
using CustomLabels.Leases;
using CustomLabels.Time;

namespace CustomLabels.Guards;

/// <summary>The files of a guard, in the folder of the leases that it looks after.</summary>
/// <param name="place">Where they are.</param>
internal sealed class GuardFiles(GuardPlace place)
{
    /// <summary>Writes what the system is to run, where only this user can write.</summary>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.LeaseWriteFailed"/>: there is no such place.</exception>
    public void Write(byte[] script)
    {
        _ = LeaseStore.Open(place.LeaseFolder, new SystemClock());
        try
        {
            LeaseFolder.Create(place.Folder);
            if (LeaseFolder.Distrust(place.Folder) is { } reason) throw new CustomLabelsException(LeaseErrors.WriteFailed(place.Folder, $"{reason}."));
            LeaseFile.Write(place.Script, script, LeaseFile.OpenNew);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CustomLabelsException(LeaseErrors.WriteFailed(place.Folder, e.Message), e);
        }
    }

    /// <summary>Forgets the last pass, so that what is there next is of a later one.</summary>
    public void ForgetPass()
    {
        try
        {
            File.Delete(place.Pass);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CustomLabelsException(LeaseErrors.WriteFailed(place.Pass, e.Message), e);
        }
    }

    /// <summary>Removes all of them.</summary>
    public void Remove()
    {
        try
        {
            if (Directory.Exists(place.Folder)) Directory.Delete(place.Folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CustomLabelsException(LeaseErrors.WriteFailed(place.Folder, e.Message), e);
        }
    }
}
