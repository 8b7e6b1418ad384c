"""What a beheerder does, by verb: instellingen, tafels, versies, leden, accounts, postvak."""
